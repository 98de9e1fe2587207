BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    Import-TestedModule | Out-Null
}

Describe 'Get-LvxStatus' {
    It 'reads both units of a pair, in their order' {
        $status = Get-LvxStatus -Device sim:pair
        $status.Name | Should -Be 'lvx6048-1', 'lvx6048-2'
        $status.Device | Should -Be 'sim:pair/1', 'sim:pair/2'
        $status.BatteryChargeCurrent | Should -Be 55, 57
        $status.ParallelRole | Should -Be 'Master', 'Slave'
        $status.Timestamp.Kind | Should -Be 'Utc', 'Utc'
    }

    It 'gives every reading under its name' {
        $names = (Get-LvxStatus sim:single).psobject.Properties.Name
        $names | Should -Be @(
            'Device', 'Name', 'SerialNumber', 'Timestamp', 'Mode', 'Fault', 'Warnings', 'ParallelInstance', 'ParallelRole', 'OutputMode'
            'MainFirmware', 'Slave1Firmware', 'Slave2Firmware', 'GridVoltage', 'GridFrequency', 'OutputVoltage', 'OutputFrequency'
            'OutputApparentPower', 'OutputActivePower', 'LoadPercent', 'BatteryVoltage', 'BatteryVoltageScc1', 'BatteryVoltageScc2'
            'BatteryDischargeCurrent', 'BatteryChargeCurrent', 'BatteryCapacity', 'HeatSinkTemperature', 'Mppt1Temperature', 'Mppt2Temperature'
            'Pv1Power', 'Pv2Power', 'Pv1Voltage', 'Pv2Voltage', 'SettingsChanged', 'Mppt1Status', 'Mppt2Status', 'LoadConnected'
            'BatteryDirection', 'DcAcDirection', 'LineDirection')
    }

    It 'gives the pipeline of the README' {
        $charging = Get-LvxStatus -Device sim:pair | Where-Object Mode -eq Charge | Select-Object Name, BatteryVoltage
        $charging.Name | Should -Be 'lvx6048-1', 'lvx6048-2'
        $charging.BatteryVoltage | Should -Be 55.1, 55.1
        $charging[0].BatteryVoltage | Should -BeOfType decimal
        Get-LvxStatus -Device 'sim:pair?state=idle' | Where-Object Mode -eq Charge | Should -BeNullOrEmpty
    }

    Context 'which units' {
        It 'takes devices by position, as a list, in the order named, each once' {
            (Get-LvxStatus sim:single, sim:pair/2, sim:pair).Device | Should -Be 'sim:single/1', 'sim:pair/2', 'sim:pair/1'
        }

        It 'takes devices from the pipeline' {
            ('sim:single', 'sim:pair' | Get-LvxStatus).Device | Should -Be 'sim:single/1', 'sim:pair/1', 'sim:pair/2'
        }

        It 'takes devices from what another cmdlet gives: <_>' -ForEach 'Device', 'DevicePath' {
            ([pscustomobject]@{ $_ = 'sim:single' } | Get-LvxStatus).Device | Should -Be 'sim:single/1'
        }

        It 'reads again what it read' {
            (Get-LvxStatus sim:pair | Get-LvxStatus).Name | Should -Be 'lvx6048-1', 'lvx6048-2'
        }

        It 'finds the unit with a serial number in the form <form>' -ForEach @(
            @{ Form = '14 digits'; Serial = '96132206100002' }
            @{ Form = '22 digits'; Serial = '1496132206100002000000' }
        ) {
            $status = Get-LvxStatus sim:pair -SerialNumber $serial
            $status.Name | Should -Be 'lvx6048-2'
            $status.SerialNumber | Should -Be '96132206100002'
        }

        It 'says which serial number it did not find, and which it saw' {
            $status = Get-LvxStatus sim:pair -SerialNumber 96132206100002, 11111111111111 -ErrorVariable missing -ErrorAction SilentlyContinue
            $status.Name | Should -Be 'lvx6048-2'
            $missing.Count | Should -Be 1
            $missing[0].FullyQualifiedErrorId | Should -BeExactly 'DeviceNotFound,LvxPS.Commands.GetLvxStatusCommand'
            $missing[0].TargetObject | Should -Be '11111111111111'
            "$missing" | Should -BeLike '*11111111111111*96132206100001*'
        }
    }

    Context 'again and again' {
        It 'reads all units as often as -Count says, each time anew' {
            $status = Get-LvxStatus sim:pair -Interval 0.2 -Count 3
            $status.Name | Should -Be (@('lvx6048-1', 'lvx6048-2') * 3)
            $times = @($status | Where-Object Name -eq lvx6048-1).Timestamp
            ($times[1] - $times[0]).TotalSeconds | Should -BeGreaterThan 0.1
            ($times[2] - $times[0]).TotalSeconds | Should -BeGreaterThan 0.3
            ($times[2] - $times[0]).TotalSeconds | Should -BeLessThan 10
        }

        It 'wants -Interval for -Count, and reads nothing without' {
            $frames = @(
                try {
                    Get-LvxStatus sim:pair -Count 3 -Debug 5>&1
                }
                catch {
                    $refusal = $_
                })
            $refusal.FullyQualifiedErrorId | Should -BeExactly 'ArgumentInvalid,LvxPS.Commands.GetLvxStatusCommand'
            "$refusal" | Should -BeLike '*-Interval*'
            $frames | Should -BeNullOrEmpty
        }

        It 'refuses <name> <value>' -ForEach @(
            @{ Name = 'Interval'; Value = 0 }
            @{ Name = 'Interval'; Value = -1 }
            @{ Name = 'Count'; Value = 0 }
            @{ Name = 'TimeoutSeconds'; Value = 0 }
            @{ Name = 'TimeoutSeconds'; Value = 601 }
            @{ Name = 'HidReportGapMilliseconds'; Value = -1 }
            @{ Name = 'HidReportForm'; Value = 'Wide' }
            @{ Name = 'Device'; Value = '' }
            @{ Name = 'SerialNumber'; Value = @() }
        ) {
            $arguments = @{ Device = 'sim:pair' }
            $arguments[$name] = $value
            { Get-LvxStatus @arguments } | Should -Throw -ErrorId '*Argument*,LvxPS.Commands.GetLvxStatusCommand'
        }
    }

    It 'takes every parameter at once' {
        $status = Get-LvxStatus -Device sim:single -SerialNumber 96132206100001 -TimeoutSeconds 5 -Interval 0.05 -Count 2 `
            -TranscriptPath TestDrive:/all.log -HidReportForm Bare -HidReportGapMilliseconds 0
        $status.Count | Should -Be 2
        'TestDrive:/all.log' | Should -Exist
    }

    It 'shows frames with -Debug, and none without' {
        $frames = Get-LvxStatus sim:single -Debug 5>&1 | Where-Object { $_ -is [Management.Automation.DebugRecord] }
        "$($frames[1])" | Should -BeExactly 'sim:single/1 > ^P005PIq\x8b\x0d  [5e503030355049718b0d]'
        $frames.Count | Should -Be 15 -Because 'the port is opened, and seven questions are asked and answered'
        @(Get-LvxStatus sim:single 5>&1).Count | Should -Be 1
        $DebugPreference = 'Continue'
        @(Get-LvxStatus sim:single 5>&1).Count | Should -Be 16
    }

    It 'says with -Verbose whom it left out, and nothing without' {
        $said = Get-LvxStatus sim:pair -SerialNumber 96132206100002 -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$said" | Should -BeLike '*sim:pair/1*96132206100001*'
        @(Get-LvxStatus sim:pair -SerialNumber 96132206100002 4>&1).Count | Should -Be 1
    }

    It 'records what was said, and plays it back to the same values' {
        $live = Get-LvxStatus sim:pair -TranscriptPath TestDrive:/talk.log
        # A recording has its units in the order in which they began to speak.
        $played = Get-LvxStatus "replay:$TestDrive/talk.log" | Sort-Object SerialNumber
        $played.Count | Should -Be 2
        foreach ($i in 0, 1) {
            Get-StatusText $played[$i] | Select-Object -Skip 2 | Should -Be (Get-StatusText $live[$i] | Select-Object -Skip 2)
        }
    }

    It 'looks for a recording where the session is' {
        Push-Location TestDrive:/
        try {
            Get-LvxStatus sim:single -TranscriptPath here.log | Out-Null
            (Get-LvxStatus replay:here.log).Name | Should -Not -BeNullOrEmpty
        }
        finally {
            Pop-Location
        }
    }

    It 'gives the same values under the culture <_>' -ForEach 'de-DE', 'tr-TR' {
        $plain = Get-LvxStatus sim:pair | ForEach-Object { Get-StatusText $_ }
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            (55.1).ToString() | Should -Be '55,1' -Because 'the culture must be in force for this test to say anything'
            Get-LvxStatus SIM:PAIR | ForEach-Object { Get-StatusText $_ } | Should -Be $plain
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }
}
