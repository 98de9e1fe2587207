# What people type, whole: the pipelines that must work.
BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $before = $env:LVXPS_SITE, $env:XDG_STATE_HOME
    Use-TestState "$TestDrive/state"
    # Unit 1 over TCP, unit 2 over a pty, and a third, with an emptier battery, in this process.
    $served = Start-ServedUnit --tcp, 127.0.0.1:0, --pty, "$TestDrive/unit", --baud, 0
    $tcp, $pty = $served.Device.Where({ $_ -like 'tcp:*' }) + $served.Device.Where({ $_ -notlike 'tcp:*' })
    $tcpSerial, $ptySerial = (Get-LvxDevice $tcp, $pty).SerialNumber
    $env:LVXPS_SITE = "$TestDrive/site.yaml"
    @"
schema: lvxps-site/1
name: Farm
units:
  - { name: roof, serial: "$tcpSerial", link: "$tcp" }
  - { name: barn, serial: "$ptySerial", link: $((Get-Item "$TestDrive/unit").Target) }
  - { name: shed, serial: "96132206100003", link: "sim:many=3/3?set3=BatteryVoltage:48.3" }
"@ | Set-Content $env:LVXPS_SITE
}

AfterAll {
    Stop-ServedUnit $served
    $env:LVXPS_SITE, $env:XDG_STATE_HOME = $before
}

Describe 'A pipeline' {
    It 'finds the units of the site, reads them, and picks those with a low battery' {
        $low = Get-LvxDevice | Get-LvxStatus | Where-Object { $_.BatteryVoltage -lt 50 }
        $low.Device | Should -BeLike 'sim:many=3/3*'
        $low.BatteryVoltage | Should -Be 48.3
        (Get-LvxDevice).Name | Should -Be 'roof', 'barn', 'shed'
        (Get-LvxStatus).Name | Should -Be 'roof', 'barn', 'shed'
        (Get-LvxDevice | Get-LvxStatus).SerialNumber | Should -Be (Get-LvxStatus).SerialNumber
        (Get-LvxDevice | Get-LvxStatus).Name | Should -Be 'roof', 'barn', 'shed'
    }

    It 'keeps readings in a CSV file, a line each, with numbers as numbers in every culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            Get-LvxStatus roof, barn -Interval 0.02 -Count 5 | Export-Csv "$TestDrive/day.csv"
        }
        finally {
            [cultureinfo]::CurrentCulture = $culture
        }

        $rows = Import-Csv "$TestDrive/day.csv"
        $rows.Count | Should -Be 10
        $rows[0..3].Name | Should -Be 'roof', 'barn', 'roof', 'barn'
        $rows.Mode | Sort-Object -Unique | Should -Be 'Charge'
        $rows.psobject.Properties.Value | Should -Not -BeLike '*[[]*'
    }

    It 'reads every second' {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Get-LvxStatus sim:single -Interval 1 -Count 2 | Export-Csv "$TestDrive/second.csv"
        $watch.Elapsed.TotalSeconds | Should -BeGreaterThan 0.9
        (Import-Csv "$TestDrive/second.csv").Count | Should -Be 2
    }

    It 'tests units that come down it as text' {
        'sim:pair' | Test-LvxParallelSync -Quiet | Should -BeTrue
        'sim:pair/1', 'sim:pair/2' | Test-LvxParallelSync -Quiet | Should -BeTrue
        'sim:pair?set2=FaultCode:83' | Test-LvxParallelSync -Quiet | Should -BeFalse
    }

    It 'takes settings through JSON and back, numbers as numbers' {
        $back = Get-LvxSettings sim:pair | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $back.Count | Should -Be 2
        $back[0].BulkVoltage | Should -Be 56.4
        $back[0].BulkVoltage | Should -BeOfType double
        $back[0].MaxChargeCurrent | Should -Be 60
        @($back[0].Settings).Count | Should -Be 12
        ($back[0].Settings | Where-Object Name -eq MaxChargeCurrent).Allowed | Should -Contain '60'
        $back[0].Raw.PIRI | Should -BeLike '1200,500,*'
    }

    It 'takes what cmdlets give through CLIXML, and it looks the same' {
        $objects = @(Get-LvxStatus sim:pair) + @(Get-LvxSettings sim:pair) + @(Test-LvxParallelSync sim:pair) + @(Get-LvxEnergy sim:pair -Total)
        $objects | Export-Clixml "$TestDrive/all.xml"
        $back = Import-Clixml "$TestDrive/all.xml"
        for ($i = 0; $i -lt $objects.Count; $i++) {
            $back[$i] | Out-String -Width 80 | Should -BeExactly ($objects[$i] | Out-String -Width 80)
        }

        $back[2].GetType().Name | Should -Be 'LvxSettings'
    }

    It 'takes what comes from a job or another machine, and it looks the same' {
        $there = Start-Job { Import-Module $using:manifest; Get-LvxStatus sim:pair; Test-LvxParallelSync sim:pair } | Receive-Job -Wait -AutoRemoveJob
        $there[0].psobject.TypeNames[0] | Should -Be 'Deserialized.Lvx.Core.Operations.LvxStatus'
        $there[0..1] | Out-String -Width 80 | Should -BeExactly (Get-LvxStatus sim:pair | Out-String -Width 80)
        $there[2] | Out-String -Width 80 | Should -BeLike '*IN SYNC: 2 units*ok *battery voltage*55.1 V*'
        # A shadow of a status leads to its unit; as its device does.
        ($there[0] | Get-LvxStatus).Device | Should -Be 'sim:pair/1'
    }

    It 'reads two units in parallel' {
        $tcp, $pty | ForEach-Object -Parallel { Import-Module $using:manifest; Get-LvxStatus $_ } | Sort-Object Device | ForEach-Object SerialNumber |
            Should -Be (@{ $tcp = $tcpSerial; $pty = $ptySerial }.GetEnumerator() | Sort-Object Key | ForEach-Object Value)
    }

    It 'looks at every profile without a write' {
        $all = @(Get-LvxProfile | Invoke-LvxProfile -Device sim:pair -WhatIf -Debug 5>&1 6>$null)
        $all.Where({ $_ -is [Management.Automation.DebugRecord] -and "$_" -match ' > \^P' }).Count | Should -BeGreaterThan 0
        $all.Where({ $_ -is [Management.Automation.DebugRecord] -and "$_" -match ' > \^S' }) | Should -BeNullOrEmpty
    }

    It 'sets the units that were found and read' {
        $receipt = Get-LvxDevice sim:many=2 | Get-LvxStatus | Set-LvxChargeCurrent -Ampere 60 -Confirm:$false 6>$null
        $receipt.Device | Should -Be 'sim:many=2/1', 'sim:many=2/2'
        $receipt.Setting | Sort-Object -Unique | Should -Be 'MaxChargeCurrent'
        $receipt.Outcome | Should -Not -Contain 'Refused'
        Get-LvxDevice sim:many=2 | Get-LvxStatus | Set-LvxChargeCurrent -Ampere 50 -WhatIf 6>$null
        (Get-LvxSettings sim:many=2).MaxChargeCurrent | Should -Be 60, 60
    }

    It 'takes a baseline out of a pipeline and compares with it' {
        Get-LvxDevice sim:pair | Export-LvxSettings -Path "$TestDrive/base.yaml" -PassThru | Import-LvxSettings | Compare-LvxSettings -ReferencePath "$TestDrive/base.yaml" -Quiet | Should -BeTrue
    }

    It 'sorts, groups and measures what it gives' {
        (Get-LvxStatus sim:pair | Sort-Object BatteryChargeCurrent -Descending)[0].SerialNumber | Should -Be '96132206100002'
        (Get-LvxStatus sim:pair | Group-Object Mode).Name | Should -Be 'Charge'
        (Get-LvxStatus sim:pair | Measure-Object BatteryChargeCurrent -Sum).Sum | Should -Be 112
        (Get-LvxJournal -Last 1 | Measure-Object).Count | Should -BeIn 0, 1
    }
}
