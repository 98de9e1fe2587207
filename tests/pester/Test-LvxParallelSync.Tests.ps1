BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $id = 'LvxPS.Commands.TestLvxParallelSyncCommand'
}

Describe 'Test-LvxParallelSync' {
    It 'finds a healthy pair in sync, with one warning' {
        $report = Test-LvxParallelSync sim:pair
        $report | Should -BeOfType Lvx.Core.Operations.LvxSyncReport
        $report.InSync | Should -BeTrue
        @($report.Checks | Where-Object Outcome -ne Pass).Name | Should -BeExactly 'SlaveFirmware'
        $report.Units.Name | Should -Be 'lvx6048-1', 'lvx6048-2'
        $report.Timestamp.Kind | Should -Be 'Utc'
        $report.ReadingSpreadSeconds | Should -BeOfType double
    }

    It 'gives the bare Boolean with -Quiet, units from the pipeline too' {
        'sim:pair' | Test-LvxParallelSync -Quiet | Should -BeTrue
        'sim:pair/1', 'sim:pair/2' | Test-LvxParallelSync -Quiet | Should -BeTrue
        Test-LvxParallelSync 'sim:pair?set2=FaultCode:83' -Quiet | Should -BeFalse
        Test-LvxParallelSync 'sim:pair?misbehave2=silence' -Quiet -TimeoutSeconds 0.3 -ErrorVariable failed | Should -BeFalse
        $failed | Should -BeNullOrEmpty
    }

    It 'says of <Sickness> that <Check> is <Outcome>' -ForEach @(
        @{ Sickness = 'set2=MainFirmware:06440'; Check = 'MainFirmware'; Outcome = 'Fail' }
        @{ Sickness = 'set2=FaultCode:71'; Check = 'Fault'; Outcome = 'Fail' }
        @{ Sickness = 'set2=ParallelInstance:0'; Check = 'ParallelInstance'; Outcome = 'Fail' }
        @{ Sickness = 'set1=MaxChargeCurrent:100'; Check = 'Settings'; Outcome = 'Fail' }
        @{ Sickness = 'set2=Mode:Hybrid'; Check = 'ModeAlike'; Outcome = 'Warn' }
        @{ Sickness = 'state=idle'; Check = 'ChargeSharing'; Outcome = 'Skipped' }
    ) {
        $check = (Test-LvxParallelSync "sim:pair?$Sickness").Checks | Where-Object Name -eq $Check
        $check.Outcome | Should -BeExactly $Outcome
        $check.Explanation | Should -Not -BeNullOrEmpty
    }

    It 'tells a silent unit with the reason, as a check and not as an error' {
        $report = Test-LvxParallelSync 'sim:pair?misbehave2=silence' -TimeoutSeconds 0.3 -ErrorAction Stop
        $report.InSync | Should -BeFalse
        $report.Unreachable.Name | Should -BeExactly 'lvx6048-2'
        $report.Unreachable.Error | Should -Be 'DeviceTimeout'
        ($report.Checks | Where-Object Name -eq Answers).Explanation | Should -BeLike '*no answer within 0.3 s*parallel bus*'
    }

    It 'takes tolerances: <Parameter>' -ForEach @(
        @{ Parameter = 'BatteryVoltageTolerance'; Value = 0.3; Sickness = 'set2=BatteryVoltage:55.4' }
        @{ Parameter = 'ChargeCurrentTolerance'; Value = 6; Sickness = 'set2=BatteryChargeCurrent:61' }
        @{ Parameter = 'OutputVoltageTolerance'; Value = 2.1; Sickness = 'set2=OutputVoltage:122.2' }
        @{ Parameter = 'OutputFrequencyTolerance'; Value = 0.2; Sickness = 'set2=OutputFrequency:60.2' }
    ) {
        Test-LvxParallelSync "sim:pair?$Sickness" -Quiet | Should -BeFalse
        $tolerance = @{ $Parameter = $Value }
        Test-LvxParallelSync "sim:pair?$Sickness" -Quiet @tolerance | Should -BeTrue
    }

    It 'asks one unit for all with -ViaParallelBus' {
        $report = Test-LvxParallelSync sim:pair/2 -ViaParallelBus
        $report.InSync | Should -BeTrue
        $report.Source | Should -Be 'ParallelBus'
        $report.Units.SerialNumber | Should -Be '96132206100001', '96132206100002'
    }

    It 'refuses one unit alone, and names the other way' {
        { Test-LvxParallelSync sim:single } | Should -Throw -ErrorId "ArgumentInvalid,$id" -ExpectedMessage '*one unit alone*'
        $Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*-ViaParallelBus*'
    }

    It 'waits for so long at most' {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        (Test-LvxParallelSync 'sim:pair?set2=Mode:PowerOn' -Wait 0.5).InSync | Should -BeFalse
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 60
    }

    It 'shows the verdict first, every check in a line, and then what to do' {
        $lines = (Test-LvxParallelSync 'sim:pair?set2=BatteryVoltage:55.4' | Out-String -Width 80).Trim().Split("`n").TrimEnd()
        $lines[0] | Should -BeExactly 'NOT IN SYNC: 2 units, 14 passed, 1 warning, 1 failed'
        $lines[1] | Should -BeLike 'Read at *Z, the units within *s of one another.'
        $lines | Should -Contain 'FAIL battery voltage: expected within 0.2 V of one another.'
        @($lines | Where-Object Length -gt 80) | Should -BeNullOrEmpty
        ($lines -join ' ') -replace '\s+', ' ' | Should -BeLike '*Next: Check that all units are on the same bank*'
    }

    It 'shows the same after a job, or as JSON' {
        $live = Test-LvxParallelSync 'sim:pair?set2=BatteryVoltage:55.4'
        $text = $live | Out-String -Width 100
        $live | Export-Clixml TestDrive:/report.xml -Depth 4
        Import-Clixml TestDrive:/report.xml | Out-String -Width 100 | Should -BeExactly $text
        Start-Job { Import-Module $args[0]; Test-LvxParallelSync sim:pair } -ArgumentList $manifest | Receive-Job -Wait -AutoRemoveJob |
            Out-String | Should -BeLike '*IN SYNC: 2 units*ok       battery voltage     55.1 V*'
        $json = $live | ConvertTo-Json -Depth 6 | ConvertFrom-Json
        $json.InSync | Should -BeFalse
        ($json.Checks | Where-Object Name -eq BatteryVoltage).Spread | Should -Be 0.3
    }

    It 'has tables and lists of reports and checks within 80 columns' {
        $report = Test-LvxParallelSync 'sim:pair?set2=BatteryVoltage:55.4'
        foreach ($text in ($report | Format-Table | Out-String -Width 80), ($report | Format-List | Out-String -Width 80), ($report.Checks | Out-String -Width 80), ($report.Checks | Format-List | Out-String -Width 80)) {
            @($text.Split("`n").TrimEnd() | Where-Object Length -gt 80) | Should -BeNullOrEmpty
            $text | Should -BeLike '*55.4 V*'.Replace('55.4 V', $(if ($text -like '*What fails*' -or $text -like '*ReadingSpread*') { 'attery' } else { '55.4 V' }))
        }
    }

    It 'sends nothing but questions' {
        Test-LvxParallelSync sim:pair -TranscriptPath TestDrive:/frames.log | Out-Null
        Get-Content TestDrive:/frames.log | Where-Object { $_ -match "`t>`t5E53" } | Should -BeNullOrEmpty
    }
}
