# Invoke-ScriptAnalyzer -Path . -Recurse -Settings ./PSScriptAnalyzerSettings.psd1
@{
    Severity     = @('Error', 'Warning')
    ExcludeRules = @(
        # Pester's BeforeAll sets what It uses, in another block.
        'PSUseDeclaredVarsMoreThanAssignments'
        # build.ps1 talks to the person who runs it.
        'PSAvoidUsingWriteHost'
        # LvxSettings is plural, as the thing is; each has an alias in the singular.
        'PSUseSingularNouns'
        # Helpers of tests and of the build change nothing that a person would be asked about.
        'PSUseShouldProcessForStateChangingFunctions'
    )
    Rules        = @{
        PSAvoidUsingCmdletAliases  = @{ Enable = $true }
        PSUseConsistentIndentation = @{ Enable = $true; IndentationSize = 4; Kind = 'space' }
        PSUseConsistentWhitespace  = @{ Enable = $true; CheckPipe = $true; CheckSeparator = $true; CheckOpenBrace = $true; CheckInnerBrace = $true }
        PSPlaceOpenBrace           = @{ Enable = $true; OnSameLine = $true }
        PSUseCompatibleSyntax      = @{ Enable = $true; TargetVersions = @('7.4') }
        PSUseCorrectCasing         = @{ Enable = $true }
    }
}
