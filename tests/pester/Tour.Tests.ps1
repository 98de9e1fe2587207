BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
}

Describe 'The tour' {
    It 'shows what its commands show' {
        if (-not (Get-Command script -CommandType Application -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'the command script (util-linux) is not on this machine'
        }

        $said = pwsh -NoProfile -NonInteractive -File "$PSScriptRoot/../../tools/Update-Tour.ps1" -Check -Module $manifest 2>&1
        $LASTEXITCODE | Should -Be 0 -Because ($said -join "`n")
    }
}
