# How every error looks to a person: tests/fixtures/errors has a file for each id. After a change of wording, LVXPS_WRITE_ERRORS=1 writes them anew, to be read before they are kept.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    Import-TestedModule | Out-Null
    $ids = [Enum]::GetNames([Lvx.Core.LvxError])
}

BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $fixtures = "$PSScriptRoot/../fixtures/errors"
    $names = 'PATH', 'FAKE_SYSTEMD', 'LVXPS_RUN', 'LVXPS_SITE', 'XDG_STATE_HOME'
    $kept = @{}
    $names.ForEach({ $kept[$_] = [Environment]::GetEnvironmentVariable($_) })
    Use-TestState "$TestDrive/state" -SettleSeconds 0.3
    $env:LVXPS_RUN = "$TestDrive/run"
    $env:FAKE_SYSTEMD = "$TestDrive/services"
    New-Item -ItemType Directory "$TestDrive/bin", $env:FAKE_SYSTEMD | Out-Null
    New-Item -ItemType SymbolicLink "$TestDrive/bin/systemctl" -Target (Resolve-Path "$PSScriptRoot/../fixtures/systemctl") | Out-Null
    $env:PATH = "$TestDrive/bin:$env:PATH"
    'active' | Set-Content "$env:FAKE_SYSTEMD/powermon"
    $env:LVXPS_SITE = "$TestDrive/site.yaml"
    @'
schema: lvxps-site/1
units:
  - { name: roof, serial: "96132206100001", link: "sim:pair/1" }
  - { name: barn, serial: "96132206100077", link: "sim:pair/2" }
services: [powermon]
'@ | Set-Content $env:LVXPS_SITE
    # Somebody else has the port, and waits for a unit that says nothing: who reads every now and then would let others in.
    $served = Start-ServedUnit --pty, "$TestDrive/unit", --misbehave, silence
    $shell = [powershell]::Create()
    $shell.AddScript("Import-Module '$manifest'; Get-LvxStatus '$TestDrive/unit' -TimeoutSeconds 600").BeginInvoke() | Out-Null
    $deadline = [datetime]::UtcNow.AddSeconds(30)
    do {
        Get-LvxStatus "$TestDrive/unit" -TimeoutSeconds 0.1 -ErrorAction SilentlyContinue -ErrorVariable busy
    } until ($busy.FullyQualifiedErrorId -like 'DeviceInUse,*' -or [datetime]::UtcNow -gt $deadline)

    # What provokes each error, on one line, as somebody might type it.
    $provoke = @{
        DeviceNotFound      = 'Get-LvxStatus /dev/hidraw98765'
        DeviceUnsupported   = 'Get-LvxStatus foo:bar'
        DeviceInUse         = "Get-LvxStatus '$TestDrive/unit' -TimeoutSeconds 0.1"
        DeviceTimeout       = "Get-LvxStatus 'sim:pair?misbehave2=silence' -TimeoutSeconds 0.2"
        DeviceLost          = "Get-LvxStatus 'sim:pair?misbehave2=unplug=60@GS' -TimeoutSeconds 0.2"
        NotPi18             = "Get-LvxStatus '$(New-Recording "$TestDrive/pi30.log" 'PI', '30', 'PI', '30')'"
        AnswerDamaged       = "Get-LvxStatus 'sim:pair?misbehave2=bad-crc@GS' -TimeoutSeconds 3"
        AnswerUnexpected    = "Get-LvxStatus 'sim:pair?misbehave2=other@GS' -TimeoutSeconds 3"
        QueryRefused        = "Get-LvxStatus 'sim:pair?misbehave2=refuse@GS'"
        UnitChanged         = 'Get-LvxStatus barn'
        QueryInvalid        = 'Invoke-LvxQuery sim:pair POP1'
        ReplayFailed        = "Get-LvxStatus replay:$TestDrive/none.log"
        FileNotWritable     = "Get-LvxStatus sim:pair -TranscriptPath $TestDrive/no/such.log"
        FileExists          = "Export-LvxSettings sim:pair -Path $TestDrive/site.yaml"
        FileNotReadable     = "Import-LvxSettings $TestDrive/none.yaml"
        BaselineInvalid     = "Import-LvxSettings $TestDrive/site.yaml"
        ProfileInvalid      = "Get-LvxProfile -Path $TestDrive/site.yaml"
        ProfileNotFound     = 'Invoke-LvxProfile sim:pair -Name eg4 -WhatIf'
        NothingToCompare    = 'Compare-LvxSettings sim:single'
        SiteIncomplete      = "Export-LvxSettings 'sim:pair?misbehave2=silence' -Path $TestDrive/all.yaml -TimeoutSeconds 0.2 -ErrorAction SilentlyContinue"
        UnitNameless        = "Set-LvxClock 'sim:single?misbehave=refuse@ID' -Confirm:`$false"
        UnitInFault         = "Set-LvxSettings 'sim:single?set1=FaultCode:83' -BulkVoltage 56 -Confirm:`$false"
        ChangeInvalid       = "Set-LvxChargeCurrent sim:single -Ampere 65 -Confirm:`$false"
        SetterRefused       = "Set-LvxChargeCurrent sim:single -Ampere 50 -Confirm:`$false"
        SettingReverted     = "Set-LvxSettings 'sim:single?misbehave=revert=0.15@MCHGV' -BulkVoltage 56 -Confirm:`$false"
        SettingUnknown      = "Set-LvxClock 'sim:single?misbehave=unplug=100@DAT' -Date 2027-01-31 -TimeoutSeconds 0.2 -Confirm:`$false"
        SettingStray        = "Set-LvxSettings 'sim:single?misbehave=stray@MCHGV' -BulkVoltage 56 -Confirm:`$false"
        RollbackFailed      = "Set-LvxSettings 'sim:pair?misbehave1=stray@MCHGV' -BulkVoltage 56 -Confirm:`$false"
        NothingToUndo       = "`$env:XDG_STATE_HOME = '$TestDrive/empty'; Invoke-LvxProfile sim:pair -Undo -Confirm:`$false"
        ArgumentInvalid     = 'Get-LvxStatus sim:pair -Count 3'
        JournalNotWritable  = "`$env:XDG_STATE_HOME = '$TestDrive/site.yaml'; Set-LvxClock sim:single -Date 2027-01-31 -Confirm:`$false"
        JournalNotReadable  = "`$env:XDG_STATE_HOME = '$TestDrive/folder'; Get-LvxJournal"
        SiteInvalid         = "`$env:LVXPS_SITE = '$TestDrive/wrong.yaml'; Get-LvxStatus"
        ServiceFailed       = 'Invoke-LvxMaintenance { } -Service nosuch'
        MaintenanceUnderWay = 'Invoke-LvxMaintenance { Invoke-LvxMaintenance { } }'
    }
    New-Item -ItemType Directory "$TestDrive/folder/lvxps/journal.jsonl" | Out-Null
    "schema: lvxps-site/1`nunits:`n  - { name: roof, serail: 7 }" | Set-Content "$TestDrive/wrong.yaml"

    # What PowerShell cannot bring about on every machine, or at all, is made by the same words that the product uses: as root nobody is denied anything, and as nobody else
    # a file cannot belong to another; a cmdlet that only reads has no setter to send; links are made by the lvx command alone; and files of a module that was imported are there.
    $make = @{
        AccessDenied     = { [Lvx.Core.LvxErrors]::AccessDenied('/dev/hidraw0') }
        FileNotTrusted   = { [Lvx.Core.LvxErrors]::NotTrusted('/etc/lvxps/site.yaml', 'others than its owner may write it') }
        LinkReadOnly     = { [Lvx.Core.LvxErrors]::ReadOnly('/dev/hidraw0') }
        NameTaken        = { [Lvx.Core.LvxErrors]::LinkNameTaken('/dev/lvx6048-1', 'a folder') }
        ModuleIncomplete = { [Lvx.Core.LvxErrors]::ModuleIncomplete('Dependencies/Lvx.Yaml.dll and Dependencies/YamlDotNet.dll', [IO.FileNotFoundException]::new()) }
    }

    # The record of an id: of the command that provokes it, or made.
    function Get-Record([string] $Id) {
        $names.ForEach({ [Environment]::SetEnvironmentVariable("LVXPS_KEPT_$_", [Environment]::GetEnvironmentVariable($_)) })
        try {
            if ($make[$Id]) {
                $assembly = (Get-Command Get-LvxStatus).ImplementingType.Assembly
                return $assembly.GetType('LvxPS.Hosting.ErrorRecords').GetMethod('From').Invoke($null, @((& $make[$Id]), $null))
            }

            $said = try { & ([scriptblock]::Create($provoke[$Id])) 2>&1 3>$null 6>$null } catch { $_ }
            @($said).Where({ $_ -is [Management.Automation.ErrorRecord] -and $_.FullyQualifiedErrorId.Split(',')[0] -ceq $Id })[0]
        }
        finally {
            $names.ForEach({ [Environment]::SetEnvironmentVariable($_, [Environment]::GetEnvironmentVariable("LVXPS_KEPT_$_")) })
        }
    }

    # As the concise view says it at a prompt; with the test's own folder and numbers that change left out, and lines broken at 80 columns as a terminal would.
    function Get-ErrorView($Record) {
        $ErrorView = 'ConciseView'
        $text = ($Record | Out-String -Width 4096).Replace([string]$TestDrive, '/home/you') -replace 'pid \d+', 'pid 1234' -replace '(?<=/dev/pts/)\d+', '3' -replace '\d{4}-\d\d-\d\d \d\d:\d\d:\d\d', '2026-04-26 12:00:00'
        $text.Trim().Split("`n").ForEach({ [LvxPS.Views.Cell]::Fold($_.TrimEnd(), 80) }) -join "`n"
    }
}

AfterAll {
    $shell.Stop()
    $shell.Dispose()
    Stop-ServedUnit $served
    $names.ForEach({ [Environment]::SetEnvironmentVariable($_, $kept[$_]); [Environment]::SetEnvironmentVariable("LVXPS_KEPT_$_", $null) })
}

Describe 'How errors look' {
    It '<_>' -ForEach $ids {
        $record = Get-Record $_
        $record | Should -Not -BeNullOrEmpty -Because 'the error came'
        $record.FullyQualifiedErrorId.Split(',')[0] | Should -BeExactly $_
        $record.CategoryInfo.Category | Should -Not -Be 'NotSpecified'
        $record.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $view = Get-ErrorView $record
        if ($env:LVXPS_WRITE_ERRORS) {
            $view | Set-Content "$fixtures/$_.txt"
        }

        "$fixtures/$_.txt" | Should -Exist -Because 'every error has its text for review'
        $view | Should -BeExactly ((Get-Content "$fixtures/$_.txt" -Raw).TrimEnd())
        $view | Should -Not -Match "$([char]27)|System\.|Exception|  at "
    }

    It 'has a text for every id, and none for others' {
        (Get-ChildItem $fixtures).BaseName | Sort-Object | Should -Be ([Enum]::GetNames([Lvx.Core.LvxError]) | Sort-Object)
    }

    It 'has one way to bring about each id' {
        @($provoke.Keys) + @($make.Keys) | Sort-Object | Should -Be ([Enum]::GetNames([Lvx.Core.LvxError]) | Sort-Object)
    }
}
