BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    Import-TestedModule | Out-Null
    $escape = [char]27
    $twelve = 'BatteryType', 'BulkVoltage', 'FloatVoltage', 'CutOffVoltage', 'ReChargeVoltage', 'ReDischargeVoltage', 'MaxChargeCurrent', 'MaxAcChargeCurrent',
        'InputVoltageRange', 'OutputSourcePriority', 'ChargerSourcePriority', 'SolarPowerPriority'
    $beyond = 'Buzzer', 'OverloadBypass', 'LcdReturn', 'OverloadRestart', 'OverTemperatureRestart', 'Backlight', 'AlarmPrimarySourceLost', 'FaultRecord',
        'AcChargeWindow', 'AcLoadWindow', 'MachineType', 'OutputMode'
}

Describe 'Get-LvxSettings' {
    It 'reads both units of a pair, in their order' {
        $settings = Get-LvxSettings sim:pair
        $settings.Name | Should -Be 'lvx6048-1', 'lvx6048-2'
        $settings.Device | Should -Be 'sim:pair/1', 'sim:pair/2'
        $settings.SerialNumber | Should -Be '96132206100001', '96132206100002'
        $settings.Timestamp.Kind | Should -Be 'Utc', 'Utc'
    }

    It 'gives <name> as <type>, <value>' -ForEach @(
        @{ Name = 'BatteryType'; Type = 'BatteryType'; Value = 'User' }
        @{ Name = 'BulkVoltage'; Type = 'Decimal'; Value = 56.4 }
        @{ Name = 'FloatVoltage'; Type = 'Decimal'; Value = 54.0 }
        @{ Name = 'CutOffVoltage'; Type = 'Decimal'; Value = 48.0 }
        @{ Name = 'ReChargeVoltage'; Type = 'Decimal'; Value = 48.0 }
        @{ Name = 'ReDischargeVoltage'; Type = 'Decimal'; Value = 54.0 }
        @{ Name = 'MaxChargeCurrent'; Type = 'Int32'; Value = 60 }
        @{ Name = 'MaxAcChargeCurrent'; Type = 'Int32'; Value = 30 }
        @{ Name = 'InputVoltageRange'; Type = 'InputVoltageRange'; Value = 'Appliance' }
        @{ Name = 'OutputSourcePriority'; Type = 'OutputSourcePriority'; Value = 'SolarBatteryUtility' }
        @{ Name = 'ChargerSourcePriority'; Type = 'ChargerSourcePriority'; Value = 'SolarFirst' }
        @{ Name = 'SolarPowerPriority'; Type = 'SolarPowerPriority'; Value = 'BatteryLoadUtility' }
    ) {
        $given = (Get-LvxSettings sim:single).$name
        $given.GetType().Name | Should -BeExactly $type
        $given | Should -Be $value
    }

    It 'gives everything under its name, the twelve first' {
        (Get-LvxSettings sim:single).psobject.Properties.Name | Should -Be (
            @('Device', 'Name', 'SerialNumber', 'Timestamp') + $twelve + $beyond +
            'ChargeCurrents', 'AcChargeCurrents', 'Defaults', 'MainFirmware', 'Slave1Firmware', 'Slave2Firmware', 'Settings', 'Raw')
    }

    It 'leaves out what -All adds, asks nothing for it, and never gives False or 0 in its place' {
        $settings = Get-LvxSettings sim:pair/1 -Debug 5>&1
        $frames = $settings.Where({ $_ -is [Management.Automation.DebugRecord] })
        "$frames" | Should -BeLike '*> ^P007PIRI*'
        "$frames" | Should -Not -Match '> \^P\d{3}(FLAG|ACCT|ACLT|VFW)'
        $settings = $settings[-1]
        foreach ($name in $beyond + 'MainFirmware', 'Slave1Firmware', 'Slave2Firmware') {
            $null -eq $settings.$name | Should -BeTrue -Because "$name was not asked for"
        }

        $settings.Settings.Name | Should -Be $twelve
    }

    It 'adds the switches, the windows, machine type, output mode and firmware with -All' {
        $settings = Get-LvxSettings 'sim:pair?set2=AcChargeWindow:01:00-05:30,Buzzer:off' -All
        $settings.Buzzer | Should -Be $true, $false
        $settings[0].Buzzer | Should -BeOfType bool
        $settings.AcChargeWindow | Should -Be '00:00-00:00', '01:00-05:30'
        $settings.MachineType | Should -Be 'OffGrid', 'OffGrid'
        $settings.OutputMode | Should -Be 'Parallel', 'Parallel'
        $settings.MainFirmware | Should -Be '06306', '06306'
        $settings.Slave1Firmware | Should -Be '06126', '06021'
        foreach ($name in $beyond) {
            $null -eq $settings[0].$name | Should -BeFalse -Because "$name was asked for"
        }

        $settings[0].Settings.Name | Should -Be ($twelve + $beyond)
    }

    It 'gives what the currents can be set to, the factory defaults and the raw answers' {
        $settings = Get-LvxSettings sim:single -All
        $settings.ChargeCurrents | Should -Be (10, 20, 30, 40, 50, 60, 70, 80)
        $settings.AcChargeCurrents[0] | Should -Be 2
        $settings.AcChargeCurrents[0] | Should -BeOfType int
        $settings.Defaults['cutOffVoltage'] | Should -Be 40.8
        $settings.Defaults['batteryType'] | Should -BeExactly 'Agm'
        $settings.Raw.Keys | Should -Be 'VFW', 'PIRI', 'MCHGCR', 'DI', 'MUCHGCR', 'ACCT', 'FLAG', 'ACLT'
        $settings.Raw['VFW'] | Should -BeExactly '06306,06126,00000'
    }

    It 'is expanded to one object for each setting' {
        $each = Get-LvxSettings sim:single -All | Select-Object -ExpandProperty Settings
        $each.Count | Should -Be 24
        $each[0].psobject.Properties.Name | Should -Be 'Name', 'Value', 'Unit', 'Default', 'Settable', 'Allowed'
        $bulk = $each | Where-Object Name -eq BulkVoltage
        $bulk.Value | Should -BeOfType decimal
        $bulk.Unit | Should -BeExactly 'V'
        $bulk.Default | Should -Be 56.4
        $bulk.Settable | Should -BeExactly 'PI18'
        $bulk.Allowed | Should -Be '48.0 to 58.4 V'
        ($each | Where-Object Name -eq MaxChargeCurrent).Allowed | Should -Be '10', '20', '30', '40', '50', '60', '70', '80'
        $type = $each | Where-Object Name -eq BatteryType
        $type.Value | Should -BeExactly 'User'
        $type.Value | Should -BeOfType string
        $type.Default | Should -BeExactly 'Agm'
        $type.Unit | Should -BeNullOrEmpty
        $mode = $each | Where-Object Name -eq OutputMode
        $mode.Settable | Should -BeExactly 'LCD only'
        $mode.Allowed | Should -BeNullOrEmpty
        ($each | Where-Object Name -eq AcLoadWindow).Default | Should -BeNullOrEmpty
    }

    It 'takes units from the pipeline: <form>' -ForEach @(
        @{ Form = 'names'; Units = { 'sim:pair' } }
        @{ Form = 'what another cmdlet gave'; Units = { Get-LvxStatus sim:pair } }
        @{ Form = 'what it gave itself'; Units = { Get-LvxSettings sim:pair } }
        @{ Form = 'a property Device'; Units = { [pscustomobject]@{ Device = 'sim:pair' } } }
        @{ Form = 'a property DevicePath'; Units = { [pscustomobject]@{ DevicePath = 'sim:pair' } } }
    ) {
        (& $units | Get-LvxSettings).Name | Should -Be 'lvx6048-1', 'lvx6048-2'
    }

    It 'takes -SerialNumber, -TimeoutSeconds and -TranscriptPath, and is played back to the same values' {
        $live = Get-LvxSettings sim:pair -All -SerialNumber 96132206100002 -TimeoutSeconds 5
        $live.Name | Should -Be 'lvx6048-2'
        $live = Get-LvxSettings sim:pair -All -TranscriptPath TestDrive:/talk.log
        # A recording has its units in the order in which they began to speak.
        $played = Get-LvxSettings "replay:$TestDrive/talk.log" -All | Sort-Object SerialNumber
        $played.Count | Should -Be 2
        foreach ($i in 0, 1) {
            Get-SettingsText $played[$i] Device, Name, Timestamp | Should -Be (Get-SettingsText $live[$i] Device, Name, Timestamp)
        }
    }

    It 'is found under its singular name too' {
        (Get-Alias Get-LvxSetting).ResolvedCommandName | Should -BeExactly 'Get-LvxSettings'
        (Get-LvxSetting sim:single).BulkVoltage | Should -Be 56.4
    }

    It 'shows what somebody set at the LCD, beyond the unit''s own list' {
        (Get-LvxSettings 'sim:pair?set1=MaxChargeCurrent:100').MaxChargeCurrent | Should -Be 100, 60
    }

    It 'goes on when one unit fails, whose error stands in its place' {
        $all = @(Get-LvxSettings 'sim:pair?misbehave1=silence' -TimeoutSeconds 0.4 2>&1)
        $all.ForEach({ $_.GetType().Name }) | Should -Be 'ErrorRecord', 'LvxSettings'
        $all[0].FullyQualifiedErrorId | Should -BeExactly 'DeviceTimeout,LvxPS.Commands.GetLvxSettingsCommand'
        $all[0].TargetObject | Should -Be 'sim:pair/1?misbehave1=silence'
    }

    It 'leaves out what a unit refuses to tell, with a warning: <question>' -ForEach @(
        @{ Question = 'DI'; Missing = 'Defaults'; Count = 24 }
        @{ Question = 'MCHGCR'; Missing = 'ChargeCurrents'; Count = 24 }
        @{ Question = 'FLAG'; Missing = 'Buzzer'; Count = 16 }
        @{ Question = 'ACCT'; Missing = 'AcChargeWindow'; Count = 23 }
        @{ Question = 'VFW'; Missing = 'MainFirmware'; Count = 24 }
    ) {
        $settings = Get-LvxSettings "sim:single?misbehave=refuse@$question" -All -WarningVariable warning -WarningAction SilentlyContinue
        $null -eq $settings.$missing | Should -BeTrue
        $settings.BulkVoltage | Should -Be 56.4
        $settings.Settings.Count | Should -Be $count
        "$warning" | Should -BeLike "*$question was refused*"
    }

    It 'gives the same values under the culture <_>' -ForEach 'de-DE', 'tr-TR' {
        $plain = Get-LvxSettings sim:pair -All | ForEach-Object { Get-SettingsText $_ Timestamp }
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            (55.1).ToString() | Should -Be '55,1' -Because 'the culture must be in force for this test to say anything'
            Get-LvxSettings SIM:PAIR -All | ForEach-Object { Get-SettingsText $_ Timestamp } | Should -Be $plain
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }
}

Describe 'Settings elsewhere' {
    It 'keep their numbers and words in JSON' {
        $json = Get-LvxSettings sim:pair -All | ConvertTo-Json -Depth 4 -EnumsAsStrings | ConvertFrom-Json
        $json[1].BulkVoltage | Should -Be 56.4
        $json[1].BulkVoltage | Should -BeOfType double
        $json[1].MaxChargeCurrent | Should -BeOfType long
        $json[1].BatteryType | Should -BeExactly 'User'
        $json[1].Buzzer | Should -BeOfType bool
        $json[1].Timestamp | Should -BeOfType datetime
        $json[1].ChargeCurrents[7] | Should -Be 80
        $json[1].Settings[0].Value | Should -BeExactly 'User'
        $json[1].Settings[1].Value | Should -BeOfType double
        $json[1].Settings[6].Allowed[7] | Should -BeExactly '80'
        $json[1].Defaults.cutOffVoltage | Should -Be 40.8
        $json[1].Raw.VFW | Should -BeExactly '06306,06021,00000'
    }

    It 'keep their numbers and words in CSV, with no name of a type in their place' {
        Get-LvxSettings sim:pair -All | Export-Csv TestDrive:/settings.csv
        $csv = Import-Csv TestDrive:/settings.csv
        $csv[1].BulkVoltage | Should -BeExactly '56.4'
        $csv[1].MaxChargeCurrent | Should -BeExactly '60'
        $csv[1].OutputSourcePriority | Should -BeExactly 'SolarBatteryUtility'
        $csv[1].ChargeCurrents | Should -BeExactly '10, 20, 30, 40, 50, 60, 70, 80'
        $csv[1].Settings | Should -BeLike 'BatteryType = User, BulkVoltage = 56.4 V, *'
        $csv[1].Defaults | Should -BeLike '*cutOffVoltage = 40.8, *'
        $csv[1].Raw | Should -BeLike 'VFW = 06306,06021,00000; PIRI = *'
        $csv[1].psobject.Properties.Value | Should -Not -BeLike '*System.*'
        Get-LvxSettings sim:single | Select-Object -ExpandProperty Settings | Export-Csv TestDrive:/each.csv
        (Import-Csv TestDrive:/each.csv)[6].Allowed | Should -BeExactly '10, 20, 30, 40, 50, 60, 70, 80'
    }

    It 'keep their numbers and words in CLIXML, and look the same afterwards' {
        $settings = Get-LvxSettings sim:pair -All
        $settings | Export-Clixml TestDrive:/settings.xml
        $back = Import-Clixml TestDrive:/settings.xml
        $back[1].BulkVoltage | Should -BeOfType decimal
        $back[1].MaxChargeCurrent | Should -BeOfType int
        $back[1].Buzzer | Should -BeOfType bool
        "$($back[1].BatteryType)" | Should -BeExactly 'User'
        $back[1].Timestamp | Should -Be $settings[1].Timestamp
        $back[1].Timestamp.Kind | Should -Be 'Utc'
        $back[1].Settings[1].Value | Should -BeOfType decimal
        $back[1].Defaults['cutOffVoltage'] | Should -BeOfType decimal
        $back[1].Raw['VFW'] | Should -BeExactly '06306,06021,00000'
        foreach ($width in 80, 120) {
            $back | Format-Table | Out-String -Width $width | Should -BeExactly ($settings | Format-Table | Out-String -Width $width)
            $back | Format-List | Out-String -Width $width | Should -BeExactly ($settings | Format-List | Out-String -Width $width)
            $back[0].Settings | Out-String -Width $width | Should -BeExactly ($settings[0].Settings | Out-String -Width $width)
        }
    }
}

Describe 'What settings look like' {
    BeforeEach {
        $rendering = $PSStyle.OutputRendering
    }

    AfterEach {
        $PSStyle.OutputRendering = $rendering
    }

    It 'is a table by default, of six columns with units in the heads' {
        $lines = (Get-LvxSettings sim:pair | Out-String -Width 80).Trim().Split("`n").TrimEnd()
        $lines.Count | Should -Be 4
        $lines[0] | Should -BeExactly 'Name                     Battery   Bulk V Float V Cut-off V Charge A'
        $lines[2] | Should -BeExactly 'lvx6048-1                User        56.4    54.0      48.0       60'
    }

    It 'fits <_> columns, as a table, a list and setting by setting' -ForEach 80, 120 {
        $settings = Get-LvxSettings 'sim:pair?set1=MaxChargeCurrent:100' -All
        foreach ($text in ($settings | Format-Table | Out-String -Width $_), ($settings | Format-List | Out-String -Width $_), ($settings[0].Settings | Out-String -Width $_)) {
            Get-Longest $text | Should -BeLessOrEqual $_
        }
    }

    It 'lists every property once' -ForEach @(
        @{ All = $true }
        @{ All = $false }
    ) {
        $settings = Get-LvxSettings sim:single -All:$all
        $labels = ($settings | Format-List | Out-String -Width 120).Split("`n") | Where-Object { $_ -match '^(\w+)( \[.+\])? *:' } | ForEach-Object { $Matches[1] }
        $labels | Should -Be $settings.psobject.Properties.Name
    }

    It 'lists the time in UTC, under any culture' {
        $settings = Get-LvxSettings sim:single
        $time = $settings.Timestamp.ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)
        $settings | Format-List | Out-String -Width 120 | Should -Match "(?m)^Timestamp +: ${time}Z\s*$"
    }

    It 'shows -- for what was not asked or not told' {
        $list = Get-LvxSettings 'sim:single?misbehave=refuse@MCHGCR,refuse@DI' -WarningAction SilentlyContinue | Format-List | Out-String -Width 120
        foreach ($name in 'Buzzer', 'AcChargeWindow', 'OutputMode', 'MainFirmware', 'Defaults', 'ChargeCurrents \[A\]') {
            $list | Should -Match "(?m)^$name +: --\s*$"
        }

        $each = Get-LvxSettings 'sim:single?misbehave=refuse@MCHGCR' -WarningAction SilentlyContinue | Select-Object -ExpandProperty Settings
        ($each | Where-Object Name -eq MaxChargeCurrent | Out-String -Width 80).Trim() | Should -Match '60 A +PI18 +--$'
        ($each | Where-Object Name -eq MaxChargeCurrent | Format-List | Out-String -Width 80).Trim() | Should -Match '(?m)^Allowed +: --'
    }

    It 'shows -- and not 0 for a setting that is no number' {
        $device = New-Recording "$TestDrive/holes.log" (Get-SettingsTalk @{ PIRI = '1200,500,1200,600,500,6000,6000,480,480,540,480,   ,---,2,030,---,0,1,0,9,0,0,1,0,2,00' })
        $settings = Get-LvxSettings $device -All
        $null -eq $settings.BulkVoltage | Should -BeTrue
        ($settings | Format-Table | Out-String -Width 80).Trim().Split("`n")[-1].Trim() | Should -BeExactly 'holes.log                User          --      --      48.0       --'
        ($settings.Settings | Where-Object Name -eq BulkVoltage | Format-Table | Out-String -Width 80) | Should -Match '(?m)^BulkVoltage +-- V '
    }

    It 'breaks what a setting can be set to between words' {
        # One column less than a terminal of 80: PowerShell leaves the last one free there.
        $text = Get-LvxSettings sim:single -All | Select-Object -ExpandProperty Settings | Out-String -Width 79
        $text | Should -Match '(?m)^ReChargeVoltage .* 44 to 51 V, whole\s*\n\s+volts\s*$'
        $text | Should -Match '(?m)^MaxChargeCurrent .* 10, 20, 30, 40, 50,\s*\n\s+60, 70, 80\s*$'
    }

    It 'shows escape sequences in device text, and does not obey them' {
        $PSStyle.OutputRendering = 'Ansi'
        $device = New-Recording "$TestDrive/escape.log" (Get-SettingsTalk @{ ID = "14961322$escape[31m010000000"; VFW = "$escape[32m,06126,00000" })
        $settings = Get-LvxSettings $device -All
        $settings.SerialNumber | Should -BeLike "*$escape*" -Because 'the value itself stays what it is'
        foreach ($text in ($settings | Format-List | Out-String -Width 120), ($settings | Format-Table | Out-String -Width 120), ($settings.Settings | Out-String -Width 120)) {
            $text.Contains("$escape[31m") | Should -BeFalse
        }

        $list = $settings | Format-List | Out-String -Width 120
        $list | Should -BeLike '*961322\x1b`[31m010*'
        $list.Contains("$escape[32m06126") | Should -BeFalse
        $list | Should -BeLike '*MainFirmware*\x1b`[32m*'
    }
}
