BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    Import-TestedModule | Out-Null
    Use-TestState "$TestDrive/state"
    $id = 'LvxPS.Commands.NewLvxReportCommand'
    $quick = @{ SampleCount = 2; SampleInterval = 0; InformationAction = 'Ignore' }
}

Describe 'New-LvxReport' {
    BeforeEach {
        Push-Location (New-Item "$TestDrive/$(New-Guid)" -ItemType Directory)
    }

    AfterEach {
        Pop-Location
    }

    It 'writes <Path> and gives nothing' -ForEach @(
        @{ Path = 'r.html'; Begins = '<!DOCTYPE html>' }
        @{ Path = 'r.md'; Begins = '# Commissioning report: Hof Nord' }
    ) {
        New-LvxReport sim:pair -Path $path -Site 'Hof Nord' -Operator Ann -Purpose Commissioning @quick | Should -BeNullOrEmpty
        (Get-Content $path)[0] | Should -BeExactly $begins
        Get-Content $path -Raw | Should -BeLike '*IN SYNC: 0 open defects, 1 warning*'
        (Get-Item $path).UnixMode | Should -BeExactly '-rw-------'
    }

    It 'is XML that has no script, and nothing from outside' {
        New-LvxReport sim:pair -Path r.html -Site '<script>alert(1)</script>' @quick
        $xml = [xml](Get-Content r.html -Raw)
        $xml.SelectNodes('//script').Count | Should -Be 0
        $xml.SelectNodes('//@src | //@href[not(starts-with(., "#s"))]').Count | Should -Be 0
        $xml.html.body.header.h1 | Should -BeExactly 'Commissioning report: <script>alert(1)</script>'
    }

    It 'gives the file with -PassThru, and says in a line what came of it' {
        $file = New-LvxReport sim:pair -Path r.md -SampleCount 1 -PassThru -InformationVariable told 6>$null
        $file | Should -BeOfType IO.FileInfo
        $file.Name | Should -BeExactly 'r.md'
        "$told" | Should -BeExactly 'Nothing speaks against the site: r.md'
    }

    It 'says the capacity of the bank, which no unit knows' {
        New-LvxReport sim:pair -Path r.md -BankAmpereHours 300 @quick
        Get-Content r.md -Raw | Should -Match '\b300 Ah\b'
        New-LvxReport sim:pair -Path s.md @quick
        Get-Content s.md -Raw | Should -Not -Match '\b300 Ah\b'
    }

    It 'takes units from the pipeline' {
        'sim:pair/1', 'sim:pair/2' | New-LvxReport -Path r.md @quick
        Get-Content r.md -Raw | Should -BeLike '*2 units answered*'
    }

    It 'holds what was found in a baseline against what is there' {
        Export-LvxSettings sim:pair -Path before.yaml
        New-LvxReport 'sim:pair?set1=BulkVoltage:56.0' -Path r.md -BaselinePath before.yaml @quick
        Get-Content r.md -Raw | Should -BeLike '*| Bulk voltage | lvx6048-1 | 56.4 V | -- | 56.0 V |*'
    }

    It 'writes a report of a site in which a unit is silent' {
        New-LvxReport 'sim:pair?misbehave2=silence' -Path r.md -TimeoutSeconds 0.3 @quick -ErrorAction Stop
        Get-Content r.md -Raw | Should -BeLike '*NOT ALL UNITS ANSWERED*OPEN DEFECT*silent: lvx6048-2*'
    }

    It 'hides serial numbers with -Redact' {
        New-LvxReport sim:pair -Path r.html -Redact @quick
        Get-Content r.html -Raw | Should -Not -BeLike '*961322*'
    }

    It 'keeps a file that is there, unless -Force is said' {
        'mine' | Set-Content r.md
        $failure = { New-LvxReport sim:pair -Path r.md @quick } | Should -Throw -ErrorId "FileExists,$id" -PassThru
        $failure.CategoryInfo.Category | Should -Be 'ResourceExists'
        Get-Content r.md | Should -BeExactly 'mine'
        New-LvxReport sim:pair -Path r.md -Force @quick
        (Get-Content r.md)[0] | Should -BeExactly '# Commissioning report'
    }

    It 'refuses a name that says no form, before any unit is asked' {
        { New-LvxReport sim:pair -Path r.pdf -TranscriptPath frames.log @quick } | Should -Throw -ErrorId "ArgumentInvalid,$id"
        'frames.log' | Should -Not -Exist
    }

    It 'asks nothing and writes nothing with -WhatIf' {
        New-LvxReport sim:pair -Path r.md -WhatIf -TranscriptPath frames.log @quick
        'r.md' | Should -Not -Exist
        @(Get-Content frames.log | Where-Object { $_ -notlike '#*' }) | Should -BeNullOrEmpty
    }

    It 'takes tolerances, and sends nothing but questions' {
        New-LvxReport 'sim:pair?set2=BatteryVoltage:55.4' -Path r.md -BatteryVoltageTolerance 0.3 -TranscriptPath frames.log @quick
        Get-Content r.md -Raw | Should -BeLike '*IN SYNC: 2 units*within 0.3 V of one another*'
        Get-Content frames.log | Where-Object { $_ -match "`t>`t5E53" } | Should -BeNullOrEmpty
    }
}
