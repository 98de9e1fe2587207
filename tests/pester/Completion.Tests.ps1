BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    Use-TestState $TestDrive
    $before = $env:LVXPS_SITE

    # Listens where the site's units are said to be, and sees every connection.
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $other = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $other.Start()
    $address, $otherAddress = ($listener, $other).ForEach({ "tcp://127.0.0.1:$($_.LocalEndpoint.Port)" })
    & mkfifo "$TestDrive/port"
    $site = "$TestDrive/site.yaml"
    @"
schema: lvxps-site/1
name: Hill Farm
units:
  - { name: roof, serial: "96132206100001", link: "$address" }
  - { name: barn, serial: "96132206100002", link: "$otherAddress" }
services: [powermon.service, powermon2.service]
"@ | Set-Content $site
    "schema: lvxps-site/1`nunits: [[[" | Set-Content "$TestDrive/broken.yaml"

    function Complete([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText }
}

AfterAll {
    $env:LVXPS_SITE = $before
    $listener.Stop()
    $other.Stop()
}

Describe 'Completion' {
    BeforeEach {
        $env:LVXPS_SITE = $site
    }

    It 'offers the site''s units, then what is plugged in, then the simulated ones' {
        $found = Complete 'Get-LvxStatus '
        $found[0..1] | Should -Be 'roof', 'barn'
        $found[-2..-1] | Should -Be 'sim:pair', 'sim:single'
        $found.Where({ $_ -notin 'roof', 'barn', 'sim:pair', 'sim:single' }).Where({ $_ -notlike '/dev/hidraw*' }) | Should -BeNullOrEmpty
        (TabExpansion2 'Get-LvxStatus ro' 16).CompletionMatches[0].ToolTip | Should -BeExactly "unit 96132206100001 on $address"
    }

    It 'offers for "<line>": <found>' -ForEach @(
        @{ Line = 'Get-LvxStatus -Device RO'; Found = 'roof' }
        @{ Line = "Get-LvxStatus 'ba"; Found = 'barn' }
        @{ Line = 'Get-LvxStatus roof, b'; Found = 'barn' }
        @{ Line = 'Get-LvxDevice -SerialNumber '; Found = '96132206100001', '96132206100002' }
        @{ Line = 'Set-LvxClock -SerialNumber 96132206100001, '; Found = '96132206100001', '96132206100002' }
        @{ Line = 'Get-LvxJournal -SerialNumber 9'; Found = '96132206100001', '96132206100002' }
        @{ Line = 'Invoke-LvxMaintenance { } -Service power'; Found = 'powermon.service', 'powermon2.service' }
        @{ Line = 'New-LvxReport roof a.md -Site '; Found = "'Hill Farm'" }
        @{ Line = 'Get-LvxProfile eg4-l'; Found = 'eg4-ll', 'eg4-lp4-v2' }
        @{ Line = 'Invoke-LvxProfile roof -Name eg4-lp'; Found = 'eg4-lp4-v2' }
        @{ Line = 'Compare-LvxSettings roof -ReferenceProfile eg4-lp'; Found = 'eg4-lp4-v2' }
        @{ Line = 'Invoke-LvxQuery roof mu'; Found = 'MUCHGCR' }
        @{ Line = 'Set-LvxSettings -ReChargeVoltage '; Found = 44..51 }
        @{ Line = 'Set-LvxSettings -BulkVoltage 5'; Found = (50..58).ForEach({ "$_.0" }) }
        @{ Line = 'Set-LvxSettings -BulkVoltage 58.'; Found = '58.0', '58.1', '58.2', '58.3', '58.4' }
        @{ Line = 'Set-LvxSettings -BatteryType u'; Found = 'User' }
        @{ Line = 'Set-LvxSettings -Buzzer '; Found = '$true', '$false' }
        @{ Line = 'Set-LvxSettings -AcChargeWindow '; Found = '00:00-00:00' }
        @{ Line = 'Set-LvxChargeCurrent -Ampere 60 -Source u'; Found = 'Utility' }
        @{ Line = 'Get-LvxStatus -HidReportForm b'; Found = 'Bare' }
        @{ Line = 'Set-LvxSettings -MaxC'; Found = '-MaxChargeCurrent' }
    ) {
        Complete $line | Should -Be $found
    }

    It 'offers serial numbers of units that were read in this runspace, and those alone' {
        $env:LVXPS_SITE = "$TestDrive/none.yaml"
        $shell = [powershell]::Create()
        try {
            $script = "Import-Module '$manifest'; `$l = 'Get-LvxStatus -SerialNumber '; 'nothing: ' + (TabExpansion2 `$l `$l.Length).CompletionMatches.CompletionText; Get-LvxStatus sim:pair | Out-Null; (TabExpansion2 `$l `$l.Length).CompletionMatches.CompletionText"
            $found = $shell.AddScript($script).Invoke()
            $found[0].Trim() | Should -Not -BeLike '*9613*'
            $found[1..2] | Sort-Object | Should -Be '96132206100001', '96132206100002'
        }
        finally {
            $shell.Dispose()
        }
    }

    It 'takes what a unit calls itself for a serial number only when it is one' {
        $env:LVXPS_SITE = "$TestDrive/none.yaml"
        $status = Get-LvxStatus (New-Recording "$TestDrive/hostile.log" (Get-StatusTalk @{ ID = '14$(rm *);123400000000' }))
        $status.SerialNumber | Should -BeExactly '$(rm *);123400'
        Complete 'Get-LvxStatus -SerialNumber ' | Should -Not -Match 'rm'
    }

    It 'offers amperes from the lists of the units that were read last, and none before' {
        $shell = [powershell]::Create()
        try {
            $script = @"
Import-Module '$manifest'
function C([string] `$l) { @((TabExpansion2 `$l `$l.Length).CompletionMatches.CompletionText) -match '^\d+$' -join ' ' }
'none: ' + (C 'Set-LvxChargeCurrent -Ampere ')
Get-LvxSettings sim:pair | Out-Null
C 'Set-LvxChargeCurrent -Ampere '
C 'Set-LvxChargeCurrent -Source Utility -Ampere '
C 'Set-LvxSettings -MaxChargeCurrent 6'
C 'Set-LvxSettings -MaxAcChargeCurrent 2'
"@
            $shell.AddScript($script).Invoke() | Should -Be 'none: ', '10 20 30 40 50 60 70 80', '2 10 20 30 40 50 60 70 80', '60', '2 20'
        }
        finally {
            $shell.Dispose()
        }
    }

    It 'stays silent with a site file that is <case>' -ForEach @(
        @{ Case = 'broken'; File = 'broken.yaml' }
        @{ Case = 'not there'; File = 'none.yaml' }
        @{ Case = 'a folder'; File = '.' }
        @{ Case = 'a pipe that nobody writes to'; File = 'port' }
    ) {
        $env:LVXPS_SITE = "$TestDrive/$file"
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $Error.Clear()
        Complete 'Get-LvxStatus si' | Should -Be 'sim:pair', 'sim:single'
        Complete 'Get-LvxStatus -SerialNumber 77' | Should -BeNullOrEmpty
        Complete 'Invoke-LvxMaintenance { } -Service powerm' | Should -BeNullOrEmpty
        Complete 'New-LvxReport roof a.md -Site Hil' | Should -BeNullOrEmpty
        $Error | Should -BeNullOrEmpty
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
        # The completers themselves throw nothing either.
        foreach ($type in (Get-Command Get-LvxStatus).ImplementingType.Assembly.GetTypes().Where({ $_.Name -like '*Completer' })) {
            { @($type::new().CompleteArgument('Get-LvxStatus', 'Device', $null, $null, $null)) } | Should -Not -Throw
        }
    }

    It 'stays silent with profiles in a folder that cannot be read' {
        $config = New-Item "$TestDrive/config/lvxps" -ItemType Directory
        $shell = "`$env:XDG_CONFIG_HOME = '$TestDrive/config'; Import-Module '$manifest'; `$l = 'Get-LvxProfile eg4-l'; (TabExpansion2 `$l `$l.Length).CompletionMatches.CompletionText -join ' '; `$Error.Count"
        # A name that leads in a circle; root may read everything else.
        New-Item "$config/profiles" -ItemType SymbolicLink -Value "$config/profiles" -ErrorAction SilentlyContinue | Out-Null
        & "$PSHOME/pwsh" -NoProfile -NonInteractive -Command $shell | Should -Be 'eg4-ll eg4-lp4-v2', '0'
    }

    It 'opens no port' {
        $journal = "$TestDrive/lvxps/journal.jsonl"
        foreach ($command in Get-Command -Module LvxPS -CommandType Cmdlet) {
            Complete "$($command.Name) " | Out-Null
            Complete "$($command.Name) roof, barn -" | Out-Null
            foreach ($parameter in $command.Parameters.Keys.Where({ $_ -notin [Management.Automation.Cmdlet]::CommonParameters })) {
                Complete "$($command.Name) -Device roof, barn, $address, $TestDrive/port -$parameter " | Out-Null
            }
        }

        $listener.Pending() | Should -BeFalse
        $other.Pending() | Should -BeFalse
        # Who opens the pipe for writing waits as long as nobody has it open for reading.
        & timeout 0.2 sh -c "echo x > '$TestDrive/port'"
        $LASTEXITCODE | Should -Be 124
        $journal | Should -Not -Exist
        # The proof proves something: reading the unit does connect.
        Get-LvxStatus roof -TimeoutSeconds 0.3 -ErrorAction SilentlyContinue
        $listener.Pending() | Should -BeTrue
    }
}
