BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    Import-TestedModule | Out-Null
    $id = 'LvxPS.Commands.ExportLvxSettingsCommand'
    $setters = '\^S\d{3}'
}

Describe 'Export-LvxSettings' {
    BeforeEach {
        $folder = New-Item "$TestDrive/$(New-Guid)" -ItemType Directory
        Push-Location $folder
    }

    AfterEach {
        Pop-Location
    }

    It 'keeps a whole site in one file, and gives nothing' {
        Export-LvxSettings sim:pair -Path site.yaml | Should -BeNullOrEmpty
        (Get-ChildItem -Force).Name | Should -Be 'site.yaml'
        (Import-LvxSettings site.yaml).Name | Should -Be 'lvx6048-1', 'lvx6048-2'
    }

    It 'takes the path by position too' {
        Export-LvxSettings sim:pair site.yaml
        'site.yaml' | Should -Exist
    }

    It 'is found under its singular name too' {
        Export-LvxSetting sim:single -Path site.yaml
        'site.yaml' | Should -Exist
    }

    It 'is for its owner alone to read' {
        Export-LvxSettings sim:pair -Path site.yaml
        Export-LvxSettings sim:pair -Path .
        (Get-ChildItem).UnixMode | Should -Be (@('-rw-------') * 3)
    }

    It 'writes the same bytes again, but for the time' {
        Export-LvxSettings sim:pair -Path one.yaml
        Export-LvxSettings sim:pair -Path two.yaml
        $one, $two = Get-Content one.yaml, two.yaml -Raw | ForEach-Object { $_ }
        $one | Should -Not -BeExactly $two -Because 'it was read later'
        ($two -replace '(?m)^  read_at: .+$') | Should -BeExactly ($one -replace '(?m)^  read_at: .+$')
        ([regex]::Matches($one, '(?m)^  read_at: .+$')).Count | Should -Be 2
    }

    It 'writes a file for each unit into a folder, with the day and the name' {
        $day = Get-Date -Format yyyy-MM-dd
        $files = Export-LvxSettings sim:pair -Path . -PassThru
        $day = (Get-Date -Format yyyy-MM-dd) -eq $day ? $day : '*'
        (Get-ChildItem -Force).Name | Should -BeLike "$day-lvx6048-?.yaml"
        $files.Name | Should -BeLike "$day-lvx6048-?.yaml"
        $files.Count | Should -Be 2
        (Import-LvxSettings "*-lvx6048-2.yaml").SerialNumber | Should -Be '96132206100002'
    }

    It 'gives the files it wrote with -PassThru, as Get-Item does' {
        $file = Export-LvxSettings sim:pair -Path site.yaml -PassThru
        $file | Should -BeOfType IO.FileInfo
        $file.FullName | Should -BeExactly "$folder/site.yaml"
        $file.PSPath | Should -BeExactly (Get-Item site.yaml).PSPath
        $file.UnixMode | Should -BeExactly '-rw-------'
        ($file | Import-LvxSettings).Count | Should -Be 2
    }

    It 'keeps a file that is there, unless -Force is said: <what>' -ForEach @(
        @{ What = 'one file'; Path = 'site.yaml' }
        @{ What = 'a folder'; Path = '.' }
    ) {
        $file = Export-LvxSettings sim:single -Path $path -PassThru
        'mine' | Set-Content $file.FullName
        $failure = { Export-LvxSettings sim:single -Path $path } | Should -Throw -ErrorId "FileExists,$id" -PassThru
        $failure.CategoryInfo.Category | Should -Be 'ResourceExists'
        $failure.TargetObject | Should -Be $file.FullName
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-Force*'
        Get-Content $file.FullName | Should -Be 'mine'
        Export-LvxSettings sim:single -Path $path -Force
        (Import-LvxSettings $file.FullName).Name | Should -Be 'lvx6048-1'
        (Get-ChildItem -Force).Count | Should -Be 1
    }

    It 'writes nothing into a folder where one of the names is taken' {
        $file = Export-LvxSettings sim:pair/2 -Path . -PassThru
        { Export-LvxSettings sim:pair -Path . } | Should -Throw -ErrorId "FileExists,$id"
        (Get-ChildItem -Force).Name | Should -Be $file.Name
    }

    It 'writes nothing with -WhatIf, and only ever asks: <_>' -ForEach 'site.yaml', '.' {
        $frames = Export-LvxSettings sim:pair -Path $_ -WhatIf -Debug 5>&1
        Get-ChildItem -Force | Should -BeNullOrEmpty
        "$frames" | Should -BeLike '*> ^P007PIRI*'
        "$frames" | Should -Not -Match "> $setters"
    }

    It 'asks, and never sets; and -Debug asks nothing of the person' {
        $frames = Export-LvxSettings sim:pair -Path site.yaml -Debug 5>&1
        "$frames" | Should -BeLike '*> ^P007PIRI*'
        "$frames" | Should -Not -Match "> $setters"
    }

    It 'takes a path on a drive of PowerShell' {
        Export-LvxSettings sim:single -Path TestDrive:/on-a-drive.yaml
        "$TestDrive/on-a-drive.yaml" | Should -Exist
    }

    It 'takes a path as it stands, brackets and all' {
        Export-LvxSettings sim:single -LiteralPath 'a[1].yaml'
        [IO.File]::Exists("$folder/a[1].yaml") | Should -BeTrue
    }

    It 'is told at once that <path> has no files, and reads no unit' -ForEach @(
        @{ Path = 'Env:/site.yaml'; Message = '*Environment, which has no files*' }
        @{ Path = 'Variable:site'; Message = '*Variable, which has no files*' }
        @{ Path = 'nosuchdrive:/site.yaml'; Message = '*no such drive*' }
    ) {
        $frames = @(
            try {
                Export-LvxSettings sim:pair -Path $path -Debug 5>&1
            }
            catch {
                $failure = $_
            })
        $failure.FullyQualifiedErrorId | Should -BeExactly "FileNotWritable,$id"
        $failure.CategoryInfo.Category | Should -Be 'WriteError'
        "$failure" | Should -BeLike $message
        $frames | Should -BeNullOrEmpty
    }

    It 'says with -Verbose what it wrote, with -Debug too' {
        @(Export-LvxSettings sim:single -Path site.yaml -Verbose 4>&1)[-1] | Should -BeExactly "Wrote $folder/site.yaml."
        @(Export-LvxSettings sim:single -Path site.yaml -Force -Verbose -Debug 4>&1 5>$null)[-1] | Should -BeExactly "Wrote $folder/site.yaml."
    }

    It 'says that it cannot write there' {
        $failure = { Export-LvxSettings sim:single -Path no/such/site.yaml } | Should -Throw -ErrorId "FileNotWritable,$id" -PassThru
        "$failure" | Should -BeLike '*no such folder*'
    }

    Context 'when a unit fails' {
        It 'writes no file that would pass for the whole site' {
            $failure = { Export-LvxSettings 'sim:pair?misbehave2=silence' -Path site.yaml -TimeoutSeconds 0.4 -ErrorVariable script:all -ErrorAction SilentlyContinue } |
                Should -Throw -ErrorId "SiteIncomplete,$id" -PassThru
            $failure.CategoryInfo.Category | Should -Be 'InvalidResult'
            $all.FullyQualifiedErrorId | Should -Contain "DeviceTimeout,$id"
            Get-ChildItem -Force | Should -BeNullOrEmpty
        }

        It 'writes the others into a folder' {
            $file = Export-LvxSettings 'sim:pair?misbehave1=silence' -Path . -PassThru -TimeoutSeconds 0.4 -ErrorVariable failure -ErrorAction SilentlyContinue
            $file.Name | Should -BeLike '*-lvx6048-2.yaml'
            $failure.FullyQualifiedErrorId | Should -Be "DeviceTimeout,$id"
            (Get-ChildItem -Force).Count | Should -Be 1
        }
    }

    Context 'of settings that are there already' {
        It 'keeps those from the pipeline, and reads no unit' {
            $settings = Get-LvxSettings sim:pair -All
            "$($settings | Export-LvxSettings -Path site.yaml -Debug 5>&1)" | Should -BeExactly "Wrote $folder/site.yaml."
            (Import-LvxSettings site.yaml).Timestamp | Should -Be $settings.Timestamp
        }

        It 'keeps those of -InputObject' {
            Export-LvxSettings -InputObject (Get-LvxSettings sim:pair -All) -Path site.yaml
            (Import-LvxSettings site.yaml).Count | Should -Be 2
        }

        It 'takes no part of them' {
            $failure = { Get-LvxSettings sim:pair | Export-LvxSettings -Path site.yaml } | Should -Throw -ErrorId "ArgumentInvalid,$id" -PassThru
            $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
            $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-All*'
            Get-ChildItem -Force | Should -BeNullOrEmpty
        }

        It 'takes no units beside them: <_>' -ForEach 'Device', 'SerialNumber' {
            $named = @{ $_ = $_ -eq 'Device' ? 'sim:single' : '96132206100001' }
            { Get-LvxSettings sim:pair -All | Export-LvxSettings -Path site.yaml @named } | Should -Throw -ErrorId "ArgumentInvalid,$id"
            Get-ChildItem -Force | Should -BeNullOrEmpty
        }

        It 'keeps those that come from a CLIXML file, not those of the unit of that name here' {
            $there = Get-LvxSettings 'sim:pair?set=BulkVoltage:55.5' -All
            $there | Export-Clixml there.xml
            Import-Clixml there.xml | Export-LvxSettings -Path site.yaml
            $back = Import-LvxSettings site.yaml
            foreach ($i in 0, 1) {
                Get-SettingsText $back[$i] | Should -Be (Get-SettingsText $there[$i])
            }
        }

        It 'keeps a unit once' {
            { Get-LvxSettings sim:pair/1, sim:pair/1?baud=0 -All | Export-LvxSettings -Path site.yaml } | Should -Throw -ErrorId "ArgumentInvalid,$id"
            Get-ChildItem -Force | Should -BeNullOrEmpty
        }
    }
}
