BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $id = 'LvxPS.Commands.GetLvxProfileCommand'
}

Describe 'Get-LvxProfile' {
    It 'lists the profiles that came with the module' {
        $all = Get-LvxProfile
        $all.Name | Should -Be 'agm', 'discover-aes', 'eg4-ll', 'eg4-lp4-v2', 'flooded', 'gel', 'generic-lfp-16s', 'kilovault-hlx'
        $all.ForEach({ $_.GetType().FullName }) | Sort-Object -Unique | Should -Be (Get-Command Get-LvxProfile).OutputType.Name
        $all.Source | Should -Not -Contain ''
    }

    It 'finds <pattern>' -ForEach @(
        @{ Pattern = 'EG4*'; Names = 'eg4-ll', 'eg4-lp4-v2' }
        @{ Pattern = 'gel'; Names = 'gel' }
        @{ Pattern = 'gel', 'agm'; Names = 'gel', 'agm' }
        @{ Pattern = 'nosuch*'; Names = @() }
    ) {
        @(Get-LvxProfile $pattern).Name | Should -Be $names
    }

    It 'says that there is no such profile, and goes on' {
        $all = @(Get-LvxProfile nosuch, gel 2>&1)
        $all[0].FullyQualifiedErrorId | Should -BeExactly "ProfileNotFound,$id"
        $all[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $all[1].Name | Should -BeExactly 'gel'
    }

    It 'reads files, with wildcards too, and says of each what is wrong' {
        Copy-Item (Get-LvxProfile gel).Path "$TestDrive/gel.yaml"
        'bulk_voltage: 99' | Set-Content "$TestDrive/b.yaml"
        $all = @(Get-LvxProfile -Path "$TestDrive/*.yaml" 2>&1)
        $all[0].FullyQualifiedErrorId | Should -BeExactly "ProfileInvalid,$id"
        $all[0].TargetObject | Should -BeExactly "$TestDrive/b.yaml"
        "$($all[0])" | Should -BeLike "$TestDrive/b.yaml: *line 1*"
        $all[1].Settings['BulkVoltage'] | Should -Be 56.4
        (Get-ChildItem "$TestDrive/gel.yaml" | Get-LvxProfile).Settings.Count | Should -Be 3
    }

    It 'completes names' {
        $line = 'Get-LvxProfile ge'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'gel', 'generic-lfp-16s'
    }

    It 'is a table of names and titles that fits 80 columns, and a list of everything' {
        $all = Get-LvxProfile
        $all | Export-Clixml "$TestDrive/p.xml"
        foreach ($shown in $all, (Import-Clixml "$TestDrive/p.xml")) {
            $table = $shown | Out-String -Width 80
            Get-Longest $table | Should -BeLessOrEqual 80
            $table | Should -Match '(?m)^Name +Title\s*$'
            $table | Should -Match '(?m)^gel +Gel lead acid, 48 V bank\s*$'
            $list = $shown.Where({ $_.Name -eq 'eg4-lp4-v2' }) | Format-List | Out-String -Width 120
            $list | Should -Match '(?m)^Settings : BatteryType = User\s*$'
            $list | Should -Match '(?m)^ +BulkVoltage = 56\.4 V\s*$'
            $list.Split("`n").Where({ $_ -match '^(\w+) +: ' }).ForEach({ $_.Split(' ')[0] }) | Should -Be 'Name', 'Title', 'Settings', 'Source', 'Notes', 'Path'
        }
    }

    It 'keeps its numbers in JSON' {
        ((Get-LvxProfile gel | ConvertTo-Json | ConvertFrom-Json).Settings.BulkVoltage) | Should -Be 56.4
    }

    It 'shows the escape sequences of a profile from elsewhere, and does not obey them' {
        $fake = [pscustomobject]@{ PSTypeName = 'Deserialized.Lvx.Core.Operations.LvxProfile'; Name = "a`e[31m"; Title = "b`e[2J"; Settings = @{ BulkVoltage = [decimal]56.4 }; Source = "c`e[2J"; Notes = $null; Path = "/d`e[2J" }
        $PSStyle.OutputRendering = 'Ansi'
        $table = $fake | Format-Table | Out-String -Width 80
        $list = $fake | Format-List | Out-String -Width 80
        "$table$list" | Should -Not -Match "`e\[(31m|2J)"
        $table | Should -BeLike '*a\x1b`[31m*b\x1b`[2J*'
        $list | Should -Match 'Notes\s+:.*--'
    }
}
