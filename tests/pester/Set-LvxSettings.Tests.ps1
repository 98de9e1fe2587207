BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $state = $env:XDG_STATE_HOME
    Use-TestState "$TestDrive/state"
    $journal = "$TestDrive/state/lvxps/journal.jsonl"
    $id = 'LvxPS.Commands.SetLvxSettingsCommand'
    $parameters = @{
        BatteryType = 'Flooded'; BulkVoltage = 56.2; FloatVoltage = 54.4; CutOffVoltage = 47.5; ReChargeVoltage = 50; ReDischargeVoltage = 53
        MaxChargeCurrent = 70; MaxAcChargeCurrent = 20; InputVoltageRange = 'Ups'; OutputSourcePriority = 'SolarUtilityBattery'; ChargerSourcePriority = 'SolarOnly'
        SolarPowerPriority = 'LoadBatteryUtility'; Buzzer = $false; OverloadBypass = $true; LcdReturn = $false; OverloadRestart = $true; OverTemperatureRestart = $true
        Backlight = $false; AlarmPrimarySourceLost = $false; FaultRecord = $true; AcChargeWindow = '01:00-05:30'; AcLoadWindow = '02:00-03:00'
    }
}

AfterAll {
    $env:XDG_STATE_HOME = $state
}

Describe 'Set-LvxSettings' {
    It 'has a parameter for every setting that PI18 can set, and for no other' {
        $settable = [Lvx.Core.Operations.SettingCatalogue]::All.Where({ $_.Settable -eq 'Pi18' }).Name | Sort-Object
        $parameters.Keys | Sort-Object | Should -Be $settable
        $own = (Get-Command Set-LvxSettings).Parameters.Keys.Where({ [Lvx.Core.Operations.SettingCatalogue]::All.Name -contains $_ }) | Sort-Object
        $own | Should -Be $settable
    }

    It 'checks all of it first, sends each setter once in an order that holds, and proves it' {
        $written = Get-Written { Set-LvxSettings 'sim:single?state=idle' -CutOffVoltage 47.5 -ReChargeVoltage 49 -ReDischargeVoltage 55 -FloatVoltage 55 -BulkVoltage 56.8 -Confirm:$false -Debug }
        $written.Setters | Should -Be 'MCHGV568,550', 'BUCD490,550', 'PSDV475'
        $written.Receipt.Outcome | Sort-Object -Unique | Should -Be 'Applied'
        $written.Receipt.Setting | Should -Be 'BulkVoltage', 'FloatVoltage', 'CutOffVoltage', 'ReChargeVoltage', 'ReDischargeVoltage'
        $written.Receipt.ForEach({ $_.Now }) | Should -Be 56.8, 55.0, 47.5, 49.0, 55.0
        $written.Receipt[0].Now | Should -BeOfType decimal
        $written.Errors | Should -BeNullOrEmpty
    }

    It 'shows every write in its order with why under -WhatIf' {
        $line = "Import-Module '$manifest'; Set-LvxSettings 'sim:single?state=idle' -FloatVoltage 55 -ReDischargeVoltage 55 -Buzzer 0 -WhatIf"
        $out = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $line
        $out.Count | Should -Be 3
        $out[0] | Should -BeExactly 'What if: lvx6048-1 (96132206100001): Set float voltage 55.0 V (now 54.0 V) (before re-charge voltage and re-discharge voltage: else re-discharge voltage 55.0 V would be above float voltage 54.0 V for a moment).'
        $out[1] | Should -BeLike 'What if: lvx6048-1 (96132206100001): Set re-discharge voltage 55.0 V (now 54.0 V) (*).'
        $out[2] | Should -BeLike 'What if: lvx6048-1 (96132206100001): Set buzzer off (now on) (*).'
    }

    It 'sends no setter under -WhatIf, whatever is named' {
        $device = 'sim:pair?state=idle'
        $before = Get-LvxSettings $device -All | ForEach-Object { Get-SettingsText $_ Timestamp }
        $lines = (Get-LvxJournal).Count
        foreach ($name in $parameters.Keys) {
            $one = @{ $name = $parameters[$name] }
            (Get-Written { Set-LvxSettings $device @one -WhatIf -Debug }).Setters | Should -BeNullOrEmpty -Because $name
        }

        $all = Get-Written { Set-LvxSettings $device @parameters -Force -NoRollback -ParallelId 1 -PassThru -WhatIf -Debug }
        $all.Setters | Should -BeNullOrEmpty
        Get-LvxSettings $device -All | ForEach-Object { Get-SettingsText $_ Timestamp } | Should -Be $before
        (Get-LvxJournal).Count | Should -Be $lines
    }

    It 'rolls back what was applied when a later unit refuses, and says so of each' {
        $device = 'sim:pair?state=idle&misbehave2=refuse@MCHGV'
        $written = Get-Written { Set-LvxSettings $device -BulkVoltage 56 -Confirm:$false -Debug }
        $written.Setters | Should -Be 'MCHGV560,540', 'MCHGV560,540', 'MCHGV564,540'
        $written.Receipt.Outcome | Should -Be 'RolledBack', 'Refused'
        $written.Receipt.Now | Should -Be 56.4, 56.4
        $written.Errors.FullyQualifiedErrorId | Should -Be "SetterRefused,$id"
        $written.Errors.TargetObject | Should -BeLike 'sim:pair/2*'
        (Get-LvxSettings $device).BulkVoltage | Should -Be 56.4, 56.4
    }

    It 'leaves what was applied with -NoRollback' {
        $device = 'sim:many=2?state=idle&misbehave2=refuse@MCHGV'
        $receipt = Set-LvxSettings $device -BulkVoltage 56 -NoRollback -Confirm:$false 6>$null 2>$null
        $receipt.Outcome | Should -Be 'Applied', 'Refused'
        (Get-LvxSettings $device).BulkVoltage | Should -Be 56.0, 56.4
    }

    It 'refuses <Name> before anything is sent' -ForEach @(
        @{ Name = 're-discharge above float'; Arguments = @{ ReDischargeVoltage = 55 }; Says = '*re-discharge voltage 55.0 V must not be above float voltage 54.0 V*' }
        @{ Name = 'cut-off above re-charge'; Arguments = @{ ReChargeVoltage = 46 }; Says = '*cut-off voltage 48.0 V must not be above re-charge voltage 46.0 V*' }
        @{ Name = 'bulk under AGM'; Arguments = @{ BatteryType = 'Agm'; BulkVoltage = 56 }; Says = '*under battery type User only*' }
    ) {
        $written = Get-Written { Set-LvxSettings 'sim:many=3?state=idle' @arguments -Confirm:$false -Debug }
        $written.Setters | Should -BeNullOrEmpty
        $written.Errors.FullyQualifiedErrorId | Sort-Object -Unique | Should -Be "ChangeInvalid,$id"
        "$($written.Errors[0])" | Should -BeLike $says
        $written.Errors[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
    }

    It 'refuses <Name> before any unit is reached' -ForEach @(
        @{ Name = 'a voltage out of range'; Arguments = @{ BulkVoltage = 58.5 }; Says = '-BulkVoltage: *48.0 to 58.4 V*' }
        @{ Name = 'a voltage in hundredths'; Arguments = @{ FloatVoltage = 54.05 }; Says = '-FloatVoltage: *tenths*' }
        @{ Name = 'half a volt of re-charge'; Arguments = @{ ReChargeVoltage = 48.5 }; Says = '-ReChargeVoltage: *whole volts*' }
        @{ Name = 'a code without a name'; Arguments = @{ BatteryType = 9 }; Says = '-BatteryType: *agm, flooded, user*' }
        @{ Name = 'no time of day'; Arguments = @{ AcChargeWindow = '25:00-01:00' }; Says = '-AcChargeWindow: *01:00-05:30*' }
        @{ Name = 'no window'; Arguments = @{ AcLoadWindow = 'night' }; Says = '-AcLoadWindow: *01:00-05:30*' }
        @{ Name = 'nothing'; Arguments = @{}; Says = 'No setting was named.' }
    ) {
        $failure = { Set-LvxSettings /no/such/device @arguments -Confirm:$false } | Should -Throw -ErrorId "ArgumentInvalid,$id" -PassThru
        "$failure" | Should -BeLike $says
    }

    It 'writes nothing to a unit in fault, unless -Force says so' {
        $device = New-Recording "$TestDrive/fault.log" 'PI', '18', 'ID', '1496132206100001000000', 'MOD', '04', 'FWS', '83,0,0,0,1,1,0,0,0,0,0,0,0,0,0,0,0,0'
        $written = Get-Written { Set-LvxSettings $device -BulkVoltage 56 -Confirm:$false -Debug }
        $written.Setters | Should -BeNullOrEmpty
        $written.Errors.FullyQualifiedErrorId | Should -Be "UnitInFault,$id"
        "$($written.Errors[0])" | Should -BeLike '*83 parallel battery voltage different*nothing was written*'
        $written.Errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*-Force*'
    }

    It 'writes to no unit when one of them cannot be read' {
        $written = Get-Written { Set-LvxSettings 'sim:pair?state=idle&misbehave2=silence@PIRI' -BulkVoltage 56 -TimeoutSeconds 0.4 -Confirm:$false -Debug }
        $written.Setters | Should -BeNullOrEmpty
        $written.Errors.FullyQualifiedErrorId | Should -Be "DeviceTimeout,$id"
        $written.Receipt.Outcome | Should -Be 'NotAttempted'
    }

    It 'is invoked by the line of Compare-LvxSettings as it stands: <_>' -ForEach @(
        'BulkVoltage:55.5', 'FloatVoltage:54.4', 'CutOffVoltage:46', 'ReDischargeVoltage:52', 'MaxChargeCurrent:50', 'MaxAcChargeCurrent:10'
        'OutputSourcePriority:solar_utility_battery', 'InputVoltageRange:ups', 'Buzzer:off', 'AcChargeWindow:01:00-05:30'
    ) {
        $device = "sim:pair?state=idle&set2=$_"
        $difference = @(Compare-LvxSettings $device -All -DifferenceOnly 6>$null)
        $difference.Count | Should -Be 1
        (Invoke-ToldLine $difference.HowToSet).Outcome | Should -Be 'Applied'
        Compare-LvxSettings $device -All -Quiet | Should -BeTrue
    }

    Context 'its receipt' {
        BeforeAll {
            $receipt = Set-LvxSettings 'sim:pair?state=idle&misbehave2=refuse@MCHGV&baud=0' -BulkVoltage 56 -AcChargeWindow 01:00-05:30 -OutputSourcePriority SolarBatteryUtility -Confirm:$false 2>$null 6>$null
            $receipt | Export-Clixml "$TestDrive/receipt.xml"
            $back = Import-Clixml "$TestDrive/receipt.xml"
        }

        It 'is a table by unit that fits <_> columns, with units and reasons' -ForEach 80, 120 {
            foreach ($shown in $receipt, $back) {
                $text = $shown | Format-Table | Out-String -Width $_
                Get-Longest $text | Should -BeLessOrEqual 80
                $text | Should -BeLike '*Unit: lvx6048-1 (96132206100001)*Unit: lvx6048-2 (96132206100002)*'
                $text | Should -Match '(?m)^Setting +From +To +Now Outcome\s*$'
                $text | Should -Match '(?m)^BulkVoltage +56\.4 V +56\.0 V +56\.4 V RolledBack\. It had been'
                $text | Should -Match '(?m)^BulkVoltage +56\.4 V +56\.0 V +56\.4 V Refused\. The unit'
                $text | Should -Match '(?m)^OutputSourcePriority +Solar +Solar +Solar AlreadySet\s*$'
            }
        }

        It 'lists every property, and wraps nothing away' {
            foreach ($shown in $receipt[0], $back[0]) {
                $text = $shown | Format-List | Out-String -Width 200
                ($text.Split("`n") | Where-Object { $_ -match '^(\w+) +: ' } | ForEach-Object { $Matches[1] }) | Should -Be $receipt[0].psobject.Properties.Name
                $text | Should -Match '(?m)^From +: 56\.4 V\s*$'
                $text | Should -Match '(?m)^Reason +: It had been applied, and was put back'
            }
        }

        It 'keeps its numbers in JSON, CSV and CLIXML' {
            $json = $receipt | ConvertTo-Json -EnumsAsStrings | ConvertFrom-Json
            $json[0].To | Should -Be 56
            $json[0].To | Should -BeOfType double
            $json[0].Outcome | Should -BeExactly 'RolledBack'
            $csv = $receipt | ConvertTo-Csv | ConvertFrom-Csv
            $csv[0].From | Should -BeExactly '56.4'
            $csv.ForEach({ $_.psobject.Properties.Value }) | Should -Not -BeLike 'System.*'
            $back[0].To | Should -BeOfType decimal
        }

        It 'shows -- for what is not known, and escapes what a device said' {
            $fake = [pscustomobject]@{ PSTypeName = 'Lvx.Core.Operations.LvxSettingChange'; Name = "a`e[31m"; SerialNumber = $null; Setting = 'BulkVoltage'; Unit = 'V'; From = $null; To = 56.4d; Now = $null; Outcome = 'Unknown'; Reason = "no`e[2J" }
            $PSStyle.OutputRendering = 'Ansi'
            $text = $fake | Format-Table | Out-String -Width 80
            $text.Contains("`e[31m") -or $text.Contains("`e[2J") | Should -BeFalse
            $text | Should -BeLike '*a\x1b`[31m (--)*'
            $text | Should -Match 'BulkVoltage +-- +56\.4 V +-- Unknown\. no\\x1b\[2J'
        }
    }
}
