BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    Import-TestedModule | Out-Null
    $id = 'LvxPS.Commands.ImportLvxSettingsCommand'
    $site = "$TestDrive/site.yaml"
    $live = Get-LvxSettings 'sim:pair?set1=MaxChargeCurrent:100,AcChargeWindow:01:00-05:30,Buzzer:off' -All
    $live | Export-LvxSettings -Path $site
    $text = Get-Content $site -Raw
}

Describe 'Import-LvxSettings' {
    BeforeEach {
        $folder = New-Item "$TestDrive/$(New-Guid)" -ItemType Directory
        Push-Location $folder
        Copy-Item $site $folder/site.yaml
    }

    AfterEach {
        Pop-Location
    }

    It 'gives the very same settings back: every property, and each setting' {
        $back = Import-LvxSettings site.yaml
        $back.Count | Should -Be 2
        $back[0].GetType() | Should -Be $live[0].GetType()
        foreach ($i in 0, 1) {
            Get-SettingsText $back[$i] | Should -Be (Get-SettingsText $live[$i])
        }

        $back[0].BulkVoltage | Should -BeOfType decimal
        $back[0].MaxChargeCurrent | Should -Be 100
        $back[0].AcChargeWindow | Should -BeExactly '01:00-05:30'
        $back[0].Buzzer | Should -BeFalse
        $back[0].Settings.Count | Should -Be 24
        $back[0].Timestamp.Kind | Should -Be 'Utc'
    }

    It 'gives what is written again to the same bytes' {
        Import-LvxSettings site.yaml | Export-LvxSettings -Path again.yaml
        Get-Content again.yaml -Raw | Should -BeExactly $text
    }

    It 'looks like what was read' {
        Import-LvxSettings site.yaml | Out-String -Width 80 | Should -BeExactly ($live | Out-String -Width 80)
        Import-LvxSettings site.yaml | Format-List | Out-String -Width 80 | Should -BeExactly ($live | Format-List | Out-String -Width 80)
    }

    It 'reads the same under the culture <_>' -ForEach 'de-DE', 'tr-TR' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            (55.1).ToString() | Should -Be '55,1'
            Import-LvxSettings site.yaml | Export-LvxSettings -Path again.yaml
            Get-Content again.yaml -Raw | Should -BeExactly $text
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }

    It 'is found under its singular name too' {
        (Import-LvxSetting site.yaml).Count | Should -Be 2
    }

    Context 'which files' {
        It 'takes wildcards, a list, and names from the pipeline' {
            Copy-Item site.yaml other.yaml
            (Import-LvxSettings *.yaml).Count | Should -Be 4
            (Import-LvxSettings site.yaml, other.yaml).Count | Should -Be 4
            ('site.yaml', 'o*.yaml' | Import-LvxSettings).Count | Should -Be 4
        }

        It 'takes a path on a drive of PowerShell, and one relative to where it is' {
            (Import-LvxSettings TestDrive:/site.yaml).Count | Should -Be 2
            Push-Location TestDrive:/
            try {
                (Import-LvxSettings site.yaml).Count | Should -Be 2
                (Import-LvxSettings s*.yaml).Count | Should -Be 2
            }
            finally {
                Pop-Location
            }
        }

        It 'takes a name with brackets as it stands with -LiteralPath, and with backticks without' {
            Move-Item site.yaml 'a[x].yaml'
            (Import-LvxSettings -LiteralPath 'a[x].yaml').Count | Should -Be 2
            (Import-LvxSettings 'a`[x`].yaml').Count | Should -Be 2
            Import-LvxSettings 'a[x].yaml' -ErrorVariable failure -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failure.FullyQualifiedErrorId | Should -Be "FileNotReadable,$id"
        }

        It 'takes what Get-ChildItem gives' {
            Copy-Item site.yaml 'a[x].yaml'
            (Get-ChildItem *.yaml | Import-LvxSettings).Count | Should -Be 4
            [pscustomobject]@{ PSPath = "$folder/site.yaml" } | Import-LvxSettings | Should -HaveCount 2
        }

        It 'says that <path> cannot be read: <message>' -ForEach @(
            @{ Path = 'none.yaml'; Message = '*no such file*' }
            @{ Path = 'none*.yaml'; Message = '*no file matches*' }
            @{ Path = 'Env:/HOME'; Message = '*Environment, which has no files*' }
            @{ Path = 'Env:/HOM*'; Message = '*Environment, which has no files*' }
            @{ Path = 'nosuchdrive:/a.yaml'; Message = '*no such drive*' }
            @{ Path = '.'; Message = '*it is a folder*' }
            @{ Path = '/dev/null'; Message = '*pipe or a device*' }
        ) {
            Import-LvxSettings $path -ErrorVariable failure -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failure.Count | Should -Be 1
            $failure[0].FullyQualifiedErrorId | Should -BeExactly "FileNotReadable,$id"
            $failure[0].CategoryInfo.Category | Should -Be 'ReadError'
            $failure[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            "$failure" | Should -BeLike $message
        }
    }

    Context 'what is no sound baseline' {
        It '<what> is refused: <message>' -ForEach @(
            @{ What = 'an empty file'; Change = { '' }; Message = '*line 1, column 1: the file is empty*' }
            @{ What = 'a later schema'; Change = { $_.Replace('lvxps-baseline/1', 'lvxps-baseline/2') }; Message = '*line 2, column 9: *made by a later version*' }
            @{ What = 'another file'; Change = { "hello: world`n" }; Message = '*line 1, column 1: this is not a baseline*' }
            @{ What = 'a key that is there twice'; Change = { $_.Replace('  serial:', "  name: again`n  serial:") }; Message = '*line 6, column 3: name is here twice; it is on line 4 already*' }
            @{ What = 'a value that was changed'; Change = { $_.Replace('bulk_voltage: 56.4 V', 'bulk_voltage: 65.4 V') }; Message = '*line ?*, column ?*: *bulk_voltage*' }
            @{ What = 'a damaged answer'; Change = { $_ -replace '(?m)^    PIRI: .+$', '    PIRI: "no"' }; Message = '*line ?*, column 11: this is no answer to PIRI*' }
            @{ What = 'an alias'; Change = { $_ -replace '(?m)^- name: .+$', '- name: *other' }; Message = '*line 4, column 9: *alias*' }
            @{ What = 'an anchor'; Change = { $_ -replace '(?m)^- name: ', '- name: &this ' }; Message = '*line 4, column 9: *' }
            @{ What = 'a tag'; Change = { $_ -replace '(?m)^- name: ', '- name: !!str ' }; Message = '*line 4, column 9: *tag*' }
            @{ What = 'a part of a file'; Change = { $_.Substring(0, $_.IndexOf('- name: lvx6048-2')) }; Message = '*line ?*, column ?*: *cut off*' }
            @{ What = 'no YAML'; Change = { "units: [`n" }; Message = '*line ?, column ?: this is no YAML*' }
            @{ What = 'a file of more than 1 MB'; Change = { $_ + '# ' + 'x' * 1MB }; Kind = 'FileNotReadable'; Message = '*larger than 1 MB*' }
            @{ What = 'text that is none'; Change = { [byte[]](0x61, 0x0a, 0xff, 0xfe) }; Kind = 'FileNotReadable'; Message = '*line 2 has bytes that are no text*' }
        ) {
            $expected = $kind ?? 'BaselineInvalid'
            $changed = ForEach-Object $change -InputObject $text
            $changed | Should -Not -BeExactly $text
            if ($changed -is [string]) { [IO.File]::WriteAllText("$folder/bad.yaml", $changed) } else { [IO.File]::WriteAllBytes("$folder/bad.yaml", $changed) }
            Import-LvxSettings bad.yaml -ErrorVariable failure -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failure.Count | Should -Be 1
            $failure[0].FullyQualifiedErrorId | Should -BeExactly "$expected,$id"
            $failure[0].CategoryInfo.Category | Should -Be ($expected -eq 'BaselineInvalid' ? 'InvalidData' : 'ReadError')
            $failure[0].TargetObject | Should -BeExactly "$folder/bad.yaml"
            $failure[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            "$failure" | Should -BeLike "$folder/bad.yaml: $message"
        }

        It 'does not hide the good files' {
            'schema: no' | Set-Content bad.yaml
            Copy-Item site.yaml z.yaml
            $back = Import-LvxSettings *.yaml -ErrorVariable failure -ErrorAction SilentlyContinue
            $back.Count | Should -Be 4
            $failure.Count | Should -Be 1
            (Get-ChildItem *.yaml | Import-LvxSettings -ErrorVariable failure -ErrorAction SilentlyContinue).Count | Should -Be 4
            $failure.Count | Should -Be 1
        }

        It 'shows escape sequences of a file, and does not obey them' {
            $escape = [char]27
            [IO.File]::WriteAllText("$folder/bad.yaml", $text.Replace('  serial:', "  `"\x1b[31mkey`": 1`n  serial:"))
            Import-LvxSettings bad.yaml -ErrorVariable failure -ErrorAction SilentlyContinue
            "$failure" | Should -BeLike '*\x1b`[31mkey is no key here*'
            "$failure".Contains($escape) | Should -BeFalse
        }
    }
}
