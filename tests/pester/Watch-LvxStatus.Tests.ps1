BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
}

Describe 'Watch-LvxStatus' {
    It 'writes a reading each time where nobody sits at a terminal' {
        $readings = @(Watch-LvxStatus sim:pair -Count 3 -Interval 0.1)
        $readings.Count | Should -Be 3
        $readings[0].InSync | Should -BeTrue
        $readings[0].Units | Should -Be 2
        $readings[0].Answering | Should -Be 2
        $readings[0].Timestamp.Kind | Should -Be 'Utc'
        $readings[2].Timestamp | Should -BeGreaterThan $readings[0].Timestamp
    }

    It 'adds what is summed, averages what is averaged, and gives numbers' {
        $reading = Watch-LvxStatus sim:pair -Count 1
        $reading.SolarPower | Should -Be 6350
        $reading.BatteryVoltage | Should -Be 55.1
        $reading.BatteryVoltage | Should -BeOfType decimal
        $reading.BatteryPercent | Should -Be 96
        $reading.BatteryCurrent | Should -Be 112
        $reading.BatteryPower | Should -Be 6171
        $reading.LoadPower | Should -Be 0
        $reading.Report.Units.Name | Should -Be 'lvx6048-1', 'lvx6048-2'
    }

    It 'tells what happens as it happens, in the information stream and with the reading' {
        $reading = Watch-LvxStatus 'sim:pair?set2=MaxChargeCurrent:100' -Count 1 -InformationVariable told
        $reading.InSync | Should -BeFalse
        $reading.Events.Kind | Should -Be 'SyncLost'
        "$told" | Should -BeLike '*NOT IN SYNC: settings'
    }

    It 'goes on when a unit is silent, and never shows 0 for what is not known' {
        $readings = @(Watch-LvxStatus 'sim:pair?misbehave=silence@GS' -Count 2 -Interval 0.1 -TimeoutSeconds 0.3 6>$null)
        $readings.Count | Should -Be 2
        $readings[1].Answering | Should -Be 0
        $readings[1].SolarPower | Should -BeNullOrEmpty
        $readings[1].BatteryVoltage | Should -BeNullOrEmpty
        $readings | Format-Table | Out-String -Width 100 | Should -BeLike '*NOT IN SYNC* --*'
    }

    It 'shows a table whose heads name the units of measure' {
        $table = Watch-LvxStatus sim:pair -Count 1 | Format-Table | Out-String -Width 100
        $table | Should -BeLike '*Solar W*Battery V*Battery A*Load W*'
        $table | Should -BeLike '*SYNC OK*6350*55.1*112*0*'
        $table | Should -Not -BeLike "*`e*1049*"
    }

    It 'takes tolerances' {
        (Watch-LvxStatus sim:pair -Count 1 -ChargeCurrentTolerance 1 6>$null).InSync | Should -BeFalse
        (Watch-LvxStatus sim:pair -Count 1 -ChargeCurrentTolerance 2.5).InSync | Should -BeTrue
        { Watch-LvxStatus sim:pair -Count 1 -BatteryVoltageTolerance -0.4 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'takes units as every cmdlet does' {
        ('sim:pair' | Watch-LvxStatus -SerialNumber 96132206100002 -Count 1).Report.Units.Name | Should -Be 'lvx6048-2'
        (Get-LvxStatus sim:pair | Watch-LvxStatus -Count 1).Units | Should -Be 2
    }

    It 'works in a job, and keeps its numbers' {
        $reading = Start-Job { Import-Module $using:manifest; Watch-LvxStatus sim:pair -Count 1 } | Receive-Job -Wait -AutoRemoveJob
        $reading.SolarPower | Should -Be 6350
        $reading.InSync | Should -BeTrue
        ($reading | ConvertTo-Json -Depth 1 -WarningAction Ignore | ConvertFrom-Json).BatteryPower | Should -Be 6171
    }

    It 'can be stopped while it waits' {
        $shell = [powershell]::Create()
        try {
            $readings = [Management.Automation.PSDataCollection[psobject]]::new()
            $first = [Threading.ManualResetEventSlim]::new()
            $readings.add_DataAdded({ $first.Set() }.GetNewClosure())
            $null = $shell.AddScript("Import-Module '$manifest'; Watch-LvxStatus sim:pair -Interval 600").BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $readings)
            while ($readings.Count -eq 0 -and $shell.InvocationStateInfo.State -eq 'Running') {
                $null = $first.Wait(100)
            }

            $watch = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
            $readings.Count | Should -Be 1
        }
        finally {
            $shell.Dispose()
        }
    }
}
