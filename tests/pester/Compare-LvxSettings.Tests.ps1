BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    Import-TestedModule | Out-Null
    $id = 'LvxPS.Commands.CompareLvxSettingsCommand'
    $planted = 'sim:pair?set1=MaxChargeCurrent:100'
    $escape = [char]27
    $site = "$TestDrive/site.yaml"
    $one = "$TestDrive/one.yaml"
    $other = "$TestDrive/other.yaml"
    Export-LvxSettings sim:pair -Path $site
    Export-LvxSettings sim:pair/1 -Path $one
    Export-LvxSettings 'sim:pair/2?set2=BulkVoltage:55.5' -Path $other
    $twelve = (Get-LvxSettings sim:single).Settings.Name

    # What is told beside the objects, each as one text.
    function Get-Told([scriptblock] $Command) {
        (& $Command 6>&1).Where({ $_ -is [Management.Automation.InformationRecord] }).ForEach({ "$_" })
    }
}

Describe 'Compare-LvxSettings' {
    It 'finds the one setting that differs, what it can do, and that only the LCD helps' {
        $all = Compare-LvxSettings $planted 6>$null
        $all.Count | Should -Be 12
        $all.Setting | Should -Be $twelve
        $differing = @($all | Where-Object Match -eq $false)
        $differing.Count | Should -Be 1
        $differing[0].Setting | Should -BeExactly 'MaxChargeCurrent'
        $differing[0].Unit | Should -BeExactly 'A'
        $differing[0].ReferenceName | Should -BeExactly 'lvx6048-1'
        $differing[0].ReferenceValue | Should -Be 100
        $differing[0].ReferenceValue | Should -BeOfType int
        $differing[0].DifferenceName | Should -BeExactly 'lvx6048-2'
        $differing[0].DifferenceValue | Should -Be 60
        $differing[0].Risk | Should -BeLike '*unequally*86 parallel output setting different*'
        $differing[0].HowToSet | Should -BeLike 'On the LCD of lvx6048-2, Program 02: max charge current 100 A*80 A*'
        $differing[0].Command | Should -BeNullOrEmpty
        $all.Where({ $_.Match }).ForEach({ "$($_.Risk)$($_.HowToSet)$($_.Command)" }) -ne '' | Should -BeNullOrEmpty
    }

    It 'says how to bring back a unit that PI18 can reach, named by its serial number' {
        $back = Compare-LvxSettings 'sim:pair?set2=BulkVoltage:55.5' -DifferenceOnly 6>$null
        $back.HowToSet | Should -BeExactly "Set-LvxSettings -BulkVoltage 56.4 -Device 'sim:pair/2?set2=BulkVoltage:55.5' -SerialNumber 96132206100002"
        $back.Command | Should -BeExactly "lvx set --bulk-voltage 56.4 --device 'sim:pair/2?set2=BulkVoltage:55.5' --serial 96132206100002"
        $back.ReferenceValue | Should -BeOfType decimal
    }

    It 'compares all units with the first' {
        $all = Compare-LvxSettings 'sim:many=3?set3=BatteryType:agm' 6>$null
        $all.Count | Should -Be 24
        $all.ReferenceName | Sort-Object -Unique | Should -Be 'lvx6048-1'
        ($all | Where-Object Match -eq $false).DifferenceName | Should -Be 'lvx6048-3'
        $type = $all | Where-Object Match -eq $false
        $type.DifferenceValue | Should -BeExactly 'Agm'
        $type.DifferenceValue | Should -BeOfType string
    }

    It 'is found under its singular name too' {
        (Get-Alias Compare-LvxSetting).ResolvedCommandName | Should -BeExactly 'Compare-LvxSettings'
        Compare-LvxSetting sim:pair -Quiet | Should -BeTrue
    }

    It 'gives only what differs with -DifferenceOnly: <device>' -ForEach @(
        @{ Device = 'sim:pair'; Names = @() }
        @{ Device = 'sim:pair?set2=MaxChargeCurrent:100,BulkVoltage:55.5'; Names = 'BulkVoltage', 'MaxChargeCurrent' }
    ) {
        @(Compare-LvxSettings $device -DifferenceOnly 6>$null).Setting | Should -Be $names
    }

    It 'looks at the rest with -All: <_>' -ForEach 'Buzzer:off', 'AcChargeWindow:01:00-05:30', 'MachineType:grid_tie' {
        Compare-LvxSettings "sim:pair?set2=$_" -Quiet | Should -BeTrue -Because 'it is none of the twelve'
        Compare-LvxSettings "sim:pair?set2=$_" -Quiet -All | Should -BeFalse
        $back = Compare-LvxSettings "sim:pair?set2=$_" -All 6>$null
        $back.Count | Should -Be 24
        ($back | Where-Object Match -eq $false).Setting | Should -Be $_.Split(':')[0]
    }

    Context 'what is told' {
        It 'closes with how many match: <line>' -ForEach @(
            @{ Arguments = @{ Device = 'sim:pair' }; Line = '12/12 settings match (lvx6048-2 against lvx6048-1)' }
            @{ Arguments = @{ Device = 'sim:pair'; DifferenceOnly = $true }; Line = '12/12 settings match (lvx6048-2 against lvx6048-1)' }
            @{ Arguments = @{ Device = 'sim:pair'; All = $true }; Line = '24/24 settings match (lvx6048-2 against lvx6048-1)' }
            @{ Arguments = @{ Device = 'sim:single'; ReferenceProfile = 'eg4-lp4-v2' }; Line = '6/6 settings match (lvx6048-1 against profile eg4-lp4-v2)' }
            @{ Arguments = @{ Device = 'sim:single'; ReferenceDefault = $true }; Line = '7/12 settings match (lvx6048-1 against factory default)' }
        ) {
            @(Get-Told { Compare-LvxSettings @arguments })[-1] | Should -BeExactly $line
        }

        It 'is what differs, in one line each, and then how to set it' {
            $told = Get-Told { Compare-LvxSettings $planted }
            $told.Count | Should -Be 3
            $told[0] | Should -BeLike "MaxChargeCurrent differs. More than the battery's share*"
            $told[1] | Should -BeLike 'To set it: On the LCD of lvx6048-2, Program 02: max charge current 100 A*'
            $told[2] | Should -BeExactly '11/12 settings match (lvx6048-2 against lvx6048-1)'
            $told | Should -Not -Match "`n"
        }

        It 'stands behind what it is about, unit by unit' {
            $all = Compare-LvxSettings 'sim:many=3?set2=BulkVoltage:55.5' -DifferenceOnly 6>&1
            $all.ForEach({ $_ -is [Management.Automation.InformationRecord] ? "$_".Split(' ')[0] : $_.GetType().Name }) |
                Should -Be 'LvxSettingComparison', 'BulkVoltage', 'To', '11/12', '12/12'
        }

        It 'is nothing with -Quiet' {
            $all = @(Compare-LvxSettings $planted -Quiet 6>&1)
            $all.Count | Should -Be 1
            $all[0] | Should -BeFalse
            $all[0] | Should -BeOfType bool
            Compare-LvxSettings sim:pair -Quiet 6>&1 | Should -BeTrue
        }

        It 'is kept out of the output, and carries a tag of its own' {
            Compare-LvxSettings sim:pair -InformationVariable told 6>$null | Should -HaveCount 12
            $told.Tags | Should -Contain 'LvxPS'
        }
    }

    Context 'with a reference' {
        It 'compares each unit with itself in a baseline of several' {
            Compare-LvxSettings sim:pair -ReferencePath $site -Quiet | Should -BeTrue
            $back = Compare-LvxSettings $planted -ReferencePath $site 6>$null
            $back.Count | Should -Be 24
            $differing = $back | Where-Object Match -eq $false
            $differing.ReferenceName | Should -BeExactly 'site.yaml: lvx6048-1'
            $differing.DifferenceName | Should -BeExactly 'lvx6048-1'
            $differing.ReferenceValue | Should -Be 60
            $differing.DifferenceValue | Should -Be 100
            @(Get-Told { Compare-LvxSettings sim:pair/2 -ReferencePath $site -WarningAction SilentlyContinue })[-1] |
                Should -BeExactly '12/12 settings match (lvx6048-2 against site.yaml: lvx6048-2)'
        }

        It 'compares all units with a baseline of one' {
            $back = Compare-LvxSettings sim:pair -ReferencePath $other -DifferenceOnly 6>$null
            $back.DifferenceName | Should -Be 'lvx6048-1', 'lvx6048-2'
            $back.ReferenceName | Should -Be 'other.yaml', 'other.yaml'
            $back.ReferenceValue | Should -Be 55.5, 55.5
        }

        It 'takes paths relative to where PowerShell is, on its drives, and with brackets' {
            Copy-Item $one "$TestDrive/a[1].yaml"
            Push-Location TestDrive:/
            try {
                Compare-LvxSettings sim:pair -ReferencePath one.yaml -Quiet | Should -BeTrue
                Compare-LvxSettings sim:pair -ReferencePath TestDrive:/one.yaml -Quiet | Should -BeTrue
                Compare-LvxSettings sim:pair -ReferencePath 'a[1].yaml' -Quiet | Should -BeTrue
            }
            finally {
                Pop-Location
            }
        }

        It 'compares with a profile in what that names' {
            $back = Compare-LvxSettings 'sim:pair?set2=FloatVoltage:54.4' -ReferenceProfile eg4-lp4-v2 6>$null
            $back.Count | Should -Be 12
            $back[0..5].Setting | Should -Be 'BatteryType', 'BulkVoltage', 'FloatVoltage', 'CutOffVoltage', 'ReChargeVoltage', 'ReDischargeVoltage'
            $back.ReferenceName | Sort-Object -Unique | Should -Be 'profile eg4-lp4-v2'
            ($back | Where-Object Match -eq $false).DifferenceValue | Should -Be 54.4
            Compare-LvxSettings sim:pair -ReferenceProfile agm -Quiet | Should -BeFalse
        }

        It 'compares with a profile by its path: <_>' -ForEach 'TestDrive:/mine.yaml', './mine.yaml', 'mine.yaml' {
            Push-Location TestDrive:/
            try {
                "schema: lvxps-profile/1`nname: mine`ntitle: A test`nsource: made up`nunits: { voltage: V, current: A }`nsettings:`n  bulk_voltage: 55.5" | Set-Content mine.yaml
                $back = Compare-LvxSettings sim:single -ReferenceProfile $_ 6>$null
                $back.Setting | Should -Be 'BulkVoltage'
                $back.ReferenceName | Should -BeExactly 'profile mine'
                $back.Match | Should -BeFalse
            }
            finally {
                Pop-Location
            }
        }

        It 'compares with the factory defaults' {
            $back = Compare-LvxSettings sim:pair -ReferenceDefault 6>$null
            $back.Count | Should -Be 24
            $back.ReferenceName | Sort-Object -Unique | Should -Be 'factory default'
            $type = $back | Where-Object Setting -eq BatteryType | Select-Object -First 1
            $type.ReferenceValue | Should -BeExactly 'Agm'
            $type.Match | Should -BeFalse
        }

        It 'takes one reference at a time: <names>' -ForEach @(
            @{ Names = 'ReferencePath', 'ReferenceProfile' }
            @{ Names = 'ReferencePath', 'ReferenceDefault' }
            @{ Names = 'ReferenceProfile', 'ReferenceDefault' }
        ) {
            $values = @{ ReferencePath = $site; ReferenceProfile = 'agm'; ReferenceDefault = $true }
            $arguments = @{}
            $names.ForEach({ $arguments[$_] = $values[$_] })
            $failure = { Compare-LvxSettings sim:pair @arguments } | Should -Throw -ErrorId "ArgumentInvalid,$id" -PassThru
            $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
            "$failure" | Should -BeLike '*exclude one another*'
        }
    }

    Context 'without any unit' {
        It 'compares two files, and opens nothing' {
            $all = Compare-LvxSettings -ReferencePath $one -DifferencePath $other -Debug 5>&1 6>$null
            $all.ForEach({ $_.GetType().Name }) | Sort-Object -Unique | Should -Be 'LvxSettingComparison'
            $differing = $all | Where-Object Match -eq $false
            $differing.Setting | Should -Be 'BulkVoltage'
            $differing.ReferenceName | Should -BeExactly 'one.yaml'
            $differing.DifferenceName | Should -BeExactly 'other.yaml'
            $differing.HowToSet | Should -BeExactly 'Set-LvxSettings -BulkVoltage 56.4 -SerialNumber 96132206100002'
        }

        It 'compares the units within one file' {
            Compare-LvxSettings -DifferencePath $site -Quiet | Should -BeTrue
        }

        It 'compares a file with a profile, and with its own factory defaults' {
            (Compare-LvxSettings -DifferencePath $other -ReferenceProfile eg4-lp4-v2 -DifferenceOnly 6>$null).Setting | Should -Be 'BulkVoltage'
            (Compare-LvxSettings -DifferencePath $one -ReferenceDefault 6>$null).Count | Should -Be 12
        }

        It 'compares a unit with a file, which is not the reference' {
            $back = Compare-LvxSettings sim:pair/1 -DifferencePath $other -DifferenceOnly 6>$null
            $back.ReferenceName | Should -BeExactly 'lvx6048-1'
            $back.DifferenceName | Should -BeExactly 'other.yaml'
        }
    }

    Context 'of settings from the pipeline' {
        It 'compares those that were read: <cmdlet>' -ForEach @(
            @{ Cmdlet = 'Get-LvxSettings'; Give = { Get-LvxSettings 'sim:pair?set1=MaxChargeCurrent:100' } }
            @{ Cmdlet = 'Import-LvxSettings'; Give = { Get-LvxSettings 'sim:pair?set1=MaxChargeCurrent:100' -All | Export-LvxSettings -Path TestDrive:/given.yaml -Force; Import-LvxSettings TestDrive:/given.yaml } }
            @{ Cmdlet = 'Import-Clixml'; Give = { Get-LvxSettings 'sim:pair?set1=MaxChargeCurrent:100' | Export-Clixml TestDrive:/given.xml; Import-Clixml TestDrive:/given.xml } }
        ) {
            $given = & $give
            $all = $given | Compare-LvxSettings -Debug 5>&1 6>$null
            $all.ForEach({ $_.GetType().Name }) | Sort-Object -Unique | Should -Be 'LvxSettingComparison'
            $all.Count | Should -Be 12
            ($all | Where-Object Match -eq $false).ReferenceValue | Should -Be 100
            Compare-LvxSettings -InputObject $given -Quiet | Should -BeFalse
        }

        It 'compares them with a baseline, a profile and their defaults' {
            Get-LvxSettings sim:pair | Compare-LvxSettings -ReferencePath $site -Quiet | Should -BeTrue
            Get-LvxSettings $planted | Compare-LvxSettings -ReferencePath $site -Quiet | Should -BeFalse
            Import-LvxSettings $other | Compare-LvxSettings -ReferencePath $site -WarningAction SilentlyContinue -Quiet | Should -BeFalse
            Import-LvxSettings $site | Compare-LvxSettings -ReferenceProfile eg4-lp4-v2 -Quiet | Should -BeTrue
            Get-LvxSettings sim:pair | Compare-LvxSettings -ReferenceDefault -Quiet | Should -BeFalse
        }

        It 'takes no units beside them: <_>' -ForEach 'Device', 'SerialNumber' {
            $named = @{ $_ = $_ -eq 'Device' ? 'sim:pair' : '96132206100001' }
            { Import-LvxSettings $site | Compare-LvxSettings @named } | Should -Throw -ErrorId "ArgumentInvalid,$id"
        }

        It 'takes units by name, or what another cmdlet gives, as every cmdlet does' {
            'sim:pair' | Compare-LvxSettings -Quiet | Should -BeTrue
            Get-LvxStatus $planted | Compare-LvxSettings -Quiet | Should -BeFalse
        }
    }

    Context 'what fails' {
        It 'needs something to compare with: <what>' -ForEach @(
            @{ What = 'one unit'; Arguments = @{ Device = 'sim:single' } }
            @{ What = 'one unit, quietly'; Arguments = @{ Device = 'sim:single'; Quiet = $true } }
            @{ What = 'one file'; Arguments = @{ DifferencePath = 'TestDrive:/one.yaml' } }
        ) {
            $failure = { Compare-LvxSettings @arguments } | Should -Throw -ErrorId "NothingToCompare,$id" -PassThru
            $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
            $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-ReferencePath*-ReferenceProfile*-ReferenceDefault*'
        }

        It 'compares the rest when one unit fails, and -Quiet is not content' {
            $sick = 'sim:many=3?misbehave2=silence'
            $all = Compare-LvxSettings $sick -TimeoutSeconds 0.4 -ErrorVariable failure -ErrorAction SilentlyContinue 6>$null
            $all.Count | Should -Be 12
            $all[0].DifferenceName | Should -BeExactly 'lvx6048-3'
            $all.Match | Should -Not -Contain $false
            $failure.Count | Should -Be 1
            $failure[0].FullyQualifiedErrorId | Should -BeExactly "DeviceTimeout,$id"
            $failure[0].TargetObject | Should -Be 'sim:many=3/2?misbehave2=silence'
            Compare-LvxSettings $sick -TimeoutSeconds 0.4 -Quiet -ErrorAction SilentlyContinue | Should -BeFalse
        }

        It 'says that a unit is not in the baseline, and -Quiet is not content' {
            Export-LvxSettings sim:many=3 -Path $TestDrive/many.yaml -Force
            Get-LvxSettings 'sim:many=4' | Where-Object Name -in lvx6048-3, lvx6048-4 | Compare-LvxSettings -ReferencePath $TestDrive/many.yaml -ErrorVariable failure -ErrorAction SilentlyContinue -WarningVariable warned -WarningAction SilentlyContinue 6>$null |
                Should -HaveCount 12
            $failure[0].FullyQualifiedErrorId | Should -BeExactly "NothingToCompare,$id"
            "$failure" | Should -BeLike '*96132206100004*is not in*many.yaml*'
            $warned.Count | Should -Be 2 -Because 'two units of the baseline were compared with nothing'
        }

        It 'says that a unit does not tell its factory defaults' {
            Compare-LvxSettings 'sim:pair?misbehave1=refuse@DI' -ReferenceDefault -ErrorVariable failure -ErrorAction SilentlyContinue -WarningAction SilentlyContinue 6>$null | Should -HaveCount 12
            $failure[0].FullyQualifiedErrorId | Should -BeExactly "NothingToCompare,$id"
        }

        It '<argument> <value> is <kind>, <category>' -ForEach @(
            @{ Argument = 'ReferencePath'; Value = 'TestDrive:/none.yaml'; Kind = 'FileNotReadable'; Category = 'ReadError' }
            @{ Argument = 'DifferencePath'; Value = 'Env:/HOME'; Kind = 'FileNotReadable'; Category = 'ReadError' }
            @{ Argument = 'ReferencePath'; Value = 'TestDrive:/bad.yaml'; Kind = 'BaselineInvalid'; Category = 'InvalidData' }
            @{ Argument = 'ReferenceProfile'; Value = 'nosuch'; Kind = 'ProfileNotFound'; Category = 'ObjectNotFound' }
            @{ Argument = 'ReferenceProfile'; Value = 'TestDrive:/none.yaml'; Kind = 'FileNotReadable'; Category = 'ReadError' }
            @{ Argument = 'ReferenceProfile'; Value = 'TestDrive:/bad.yaml'; Kind = 'ProfileInvalid'; Category = 'InvalidData' }
        ) {
            'schema: no' | Set-Content TestDrive:/bad.yaml
            $arguments = @{ $argument = $value }
            $frames = @(
                try {
                    Compare-LvxSettings sim:pair @arguments -Debug 5>&1
                }
                catch {
                    $failure = $_
                })
            $failure.FullyQualifiedErrorId | Should -BeExactly "$kind,$id"
            $failure.CategoryInfo.Category | Should -Be $category
            $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            $frames | Should -BeNullOrEmpty -Because 'no unit is read for nothing'
        }

        It 'refuses an empty <_>' -ForEach 'ReferencePath', 'DifferencePath', 'ReferenceProfile', 'Device', 'SerialNumber' {
            $arguments = @{ $_ = '' }
            { Compare-LvxSettings @arguments } | Should -Throw -ErrorId "ParameterArgumentValidationError*,$id"
        }
    }

    It 'offers profiles for <line>' -ForEach @(
        @{ Line = 'Compare-LvxSettings sim:pair -ReferenceProfile eg4'; Names = 'eg4-ll', 'eg4-lp4-v2' }
        @{ Line = 'Compare-LvxSetting -ReferenceProfile AG'; Names = 'agm' }
        @{ Line = 'Compare-LvxSettings -ReferenceProfile nosuch'; Names = @() }
    ) {
        # With no profile of that beginning PowerShell goes on to offer files, of which there are none here either.
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be $names
    }

    It 'gives the same under the culture <_>' -ForEach 'de-DE', 'tr-TR' {
        $device = 'sim:pair?set2=BulkVoltage:55.5'
        $plain = Compare-LvxSettings $device 6>$null | ConvertTo-Json
        $told = Get-Told { Compare-LvxSettings $device }
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            (55.1).ToString() | Should -Be '55,1' -Because 'the culture must be in force for this test to say anything'
            Compare-LvxSettings $device 6>$null | ConvertTo-Json | Should -BeExactly $plain
            Get-Told { Compare-LvxSettings $device } | Should -BeExactly $told
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }
}

Describe 'What a comparison looks like' {
    BeforeEach {
        $rendering = $PSStyle.OutputRendering
    }

    AfterEach {
        $PSStyle.OutputRendering = $rendering
    }

    It 'is a table that marks what differs, under a head that says what is compared' {
        $lines = (Compare-LvxSettings $planted 6>$null | Out-String -Width 80).Trim().Split("`n").TrimEnd()
        $lines[0] | Should -BeExactly 'Compared: lvx6048-2 against lvx6048-1'
        $lines[2] | Should -BeExactly 'Setting                          Reference          Difference Unit Match'
        $lines[4] | Should -BeExactly 'BatteryType                           User                User      ='
        $lines | Should -Contain 'MaxChargeCurrent                       100                  60 A    DIFFERS'
        @($lines -like '*DIFFERS').Count | Should -Be 1
        $lines.Count | Should -Be 16
    }

    It 'fits <_> columns, as a table and a list' -ForEach 80, 120 {
        $back = Compare-LvxSettings 'sim:pair?set2=MaxChargeCurrent:100,OutputSourcePriority:solar_utility_battery,AcChargeWindow:01:00-05:30' -All 6>$null
        Get-Longest ($back | Out-String -Width $_) | Should -BeLessOrEqual $_
        Get-Longest ($back | Format-List | Out-String -Width $_) | Should -BeLessOrEqual $_
        $back | Out-String -Width $_ | Should -Match '(?m)^OutputSourcePriority +SolarBatteryUtility +SolarUtilityBattery +DIFFERS\s*$'
        $back | Out-String -Width $_ | Should -Match '(?m)^AcChargeWindow +00:00-00:00 +01:00-05:30 +DIFFERS\s*$'
    }

    It 'has a head for each unit' {
        $text = Compare-LvxSettings sim:pair -ReferenceProfile eg4-lp4-v2 6>$null | Out-String -Width 80
        $text | Should -BeLike '*Compared: lvx6048-1 against profile eg4-lp4-v2*Compared: lvx6048-2 against profile eg4-lp4-v2*'
    }

    It 'lists every property once, and -- for what there is none of' {
        $back = Compare-LvxSettings $planted 6>$null
        $list = $back[0] | Format-List | Out-String -Width 120
        $list.Split("`n") | Where-Object { $_ -match '^(\w+) *:' } | ForEach-Object { $Matches[1] } | Sort-Object | Should -Be ($back[0].psobject.Properties.Name | Sort-Object)
        $list | Should -Match '(?m)^Risk +: --\s*$'
        $list | Should -Match '(?m)^HowToSet +: --\s*$'
        $back | Where-Object Match -eq $false | Format-List | Out-String -Width 300 | Should -Match '(?m)^HowToSet +: On the LCD of lvx6048-2, Program 02'
    }

    It 'shows -- for a value that nobody said, which matches nothing' {
        $device = New-Recording "$TestDrive/holes.log" (Get-SettingsTalk @{ PIRI = '1200,500,1200,600,500,6000,6000,480,480,540,480,   ,540,2,030,060,0,1,0,9,0,0,1,0,2,00' })
        $back = Get-LvxSettings $device -All | Compare-LvxSettings -ReferenceProfile eg4-lp4-v2 6>$null
        $bulk = $back | Where-Object Setting -eq BulkVoltage
        $bulk.Match | Should -BeFalse
        $back | Out-String -Width 80 | Should -Match '(?m)^BulkVoltage +56\.4 +-- V +DIFFERS\s*$'
    }

    It 'keeps numbers and words in <_>' -ForEach 'JSON', 'CSV', 'CLIXML' {
        $back = Compare-LvxSettings $planted 6>$null
        $form = $_
        $there = switch ($form) {
            'JSON' { $back | ConvertTo-Json | ConvertFrom-Json }
            'CSV' { $back | ConvertTo-Csv | ConvertFrom-Csv }
            'CLIXML' { $back | Export-Clixml TestDrive:/compared.xml; Import-Clixml TestDrive:/compared.xml }
        }
        $there.Count | Should -Be 12
        $there[6].Setting | Should -BeExactly 'MaxChargeCurrent'
        $there[6].ReferenceValue | Should -Be 100
        $there[1].ReferenceValue | Should -Be ($form -eq 'CSV' ? '56.4' : 56.4)
        $there[0].ReferenceValue | Should -BeExactly 'User'
        "$($there[6].Match)" | Should -Be 'False'
        if ($form -eq 'CSV') {
            $there.psobject.Properties.Value | Should -Not -BeLike '*System.*'
        }
        else {
            $there[6].ReferenceValue | Should -Not -BeOfType string
            $there[6].Match | Should -BeOfType bool
        }

        if ($form -eq 'CLIXML') {
            $there | Out-String -Width 80 | Should -BeExactly ($back | Out-String -Width 80)
            $there | Format-List | Out-String -Width 80 | Should -BeExactly ($back | Format-List | Out-String -Width 80)
        }
    }

    It 'shows escape sequences in names from a file, and does not obey them' {
        $PSStyle.OutputRendering = 'Ansi'
        $text = Get-Content $site -Raw
        [IO.File]::WriteAllText("$TestDrive/escape.yaml", $text.Replace('- name: lvx6048-2', '- name: "\x1b[31mred"'))
        $all = Compare-LvxSettings -DifferencePath $TestDrive/escape.yaml 6>&1
        $shown = $all | ForEach-Object { $_ -is [Management.Automation.InformationRecord] ? "$_" : $_ } | Out-String -Width 120
        $list = $all.Where({ $_ -isnot [Management.Automation.InformationRecord] }) | Format-List | Out-String -Width 120
        $shown, $list | Should -BeLike '*\x1b`[31mred*'
        $shown.Contains("$escape[31m") | Should -BeFalse
        $list.Contains("$escape[31m") | Should -BeFalse
    }
}
