BeforeDiscovery {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $scripts = Get-ChildItem $root -File -Recurse -Include *.ps1, *.psm1, *.psd1 |
        Where-Object FullName -notmatch '/(bin|obj|output|TestResults)/' |
        ForEach-Object { @{ Name = [IO.Path]::GetRelativePath($root, $_.FullName); Path = $_.FullName } }
}

Describe 'Scripts' {
    It '<Name> can be read by PowerShell' -ForEach $scripts {
        $errors = $null
        [Management.Automation.Language.Parser]::ParseFile($Path, [ref] $null, [ref] $errors) | Out-Null
        $errors.Message | Should -BeNullOrEmpty
    }

    It '<Name> is written out: no alias, no tab, no blank at the end of a line' -ForEach $scripts {
        $tree = [Management.Automation.Language.Parser]::ParseFile($Path, [ref] $null, [ref] $null)
        $commands = $tree.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true) | ForEach-Object GetCommandName | Where-Object { $_ }
        $commands | Where-Object { $_ -notlike '*-LvxSetting' -and (Get-Alias $_ -ErrorAction Ignore) } | Should -BeNullOrEmpty
        Get-Content $Path | Where-Object { $_ -match '\t|\s$' } | Should -BeNullOrEmpty
    }

    It 'have nothing for the analyser to say, where there is one' -ForEach @{ Scripts = $scripts } {
        if (-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
            Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not on this machine'
        }

        $Scripts.Path | Invoke-ScriptAnalyzer -Settings "$PSScriptRoot/../../PSScriptAnalyzerSettings.psd1" | ForEach-Object { "$($_.ScriptPath):$($_.Line) $($_.RuleName)" } | Should -BeNullOrEmpty
    }
}
