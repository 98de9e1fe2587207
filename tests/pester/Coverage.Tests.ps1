# Whether the suite uses everything that the module offers: its scripts are read, not run.
BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    Import-TestedModule | Out-Null
    $cmdlets = Get-Command -Module LvxPS -CommandType Cmdlet
    $common = [Management.Automation.Cmdlet]::CommonParameters
    $names = @{}
    $cmdlets.ForEach({ $names[$_.Name] = $_.Name })
    (Get-Command -Module LvxPS -CommandType Alias).ForEach({ $names[$_.Name] = $_.ResolvedCommandName })
    $calls = @{}
    $cmdlets.ForEach({ $calls[$_.Name] = [Collections.Generic.List[string[]]]::new() })

    # The parameters of a call, as PowerShell would bind them: beginnings of names, aliases, positions, and what comes down the pipeline.
    function Add-Call([Management.Automation.Language.CommandAst] $Call) {
        $cmdlet = Get-Command $names[$Call.GetCommandName()]
        $used = [Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase)
        [Management.Automation.Language.StaticParameterBinder]::BindCommand($Call, $true).BoundParameters.Keys.ForEach({ $used.Add($_) | Out-Null })
        foreach ($said in $Call.CommandElements.Where({ $_ -is [Management.Automation.Language.CommandParameterAst] })) {
            try { $used.Add($cmdlet.ResolveParameter($said.ParameterName).Name) | Out-Null } catch { $used.Add("-$($said.ParameterName)?") | Out-Null }
        }

        # What is splatted stands in a table of the same file, by its name or with the name as a text.
        if ($Call.CommandElements.Where({ $_ -is [Management.Automation.Language.VariableExpressionAst] -and $_.Splatted })) {
            $root = $Call
            while ($root.Parent) { $root = $root.Parent }
            $keys = $root.FindAll({ $args[0] -is [Management.Automation.Language.StringConstantExpressionAst] }, $true).Value
            $keys.Where({ $cmdlet.Parameters.ContainsKey($_) }).ForEach({ $used.Add($_) | Out-Null })
        }

        $pipe = $Call.Parent -as [Management.Automation.Language.PipelineAst]
        if ($pipe -and $pipe.PipelineElements.IndexOf($Call) -gt 0) {
            $cmdlet.Parameters.Values.Where({ $_.Attributes.ValueFromPipeline -contains $true }).ForEach({ $used.Add($_.Name) | Out-Null })
        }

        $calls[$cmdlet.Name].Add([string[]]$used)
    }

    # Calls in a script, and in the texts in it, which are scripts for another runspace.
    function Read-Script([string] $Text, [int] $Depth = 0) {
        $tokens = $problems = $null
        $tree = [Management.Automation.Language.Parser]::ParseInput($Text, [ref]$tokens, [ref]$problems)
        foreach ($call in $tree.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] -and $args[0].GetCommandName() -and $names[$args[0].GetCommandName()] }, $true)) {
            Add-Call $call
        }

        if ($Depth -lt 1) {
            foreach ($string in $tree.FindAll({ ($args[0] -is [Management.Automation.Language.StringConstantExpressionAst] -or $args[0] -is [Management.Automation.Language.ExpandableStringExpressionAst]) -and $args[0].Value -match '-Lvx\w+ ' }, $true)) {
                Read-Script $string.Value ($Depth + 1)
            }
        }
    }

    Get-ChildItem "$PSScriptRoot/*.ps1", "$PSScriptRoot/*.psm1" | Where-Object Name -notin Coverage.Tests.ps1, Completion.Tests.ps1 | ForEach-Object { Read-Script (Get-Content $_ -Raw) }
}

Describe 'The suite' {
    It 'calls every cmdlet' {
        $cmdlets.Name.Where({ $calls[$_].Count -eq 0 }) | Should -BeNullOrEmpty
    }

    It 'uses every parameter of every cmdlet' {
        $missing = foreach ($cmdlet in $cmdlets) {
            $used = $calls[$cmdlet.Name] | ForEach-Object { $_ } | Sort-Object -Unique
            $cmdlet.Parameters.Keys.Where({ $_ -notin $common -and $_ -notin $used }).ForEach({ "$($cmdlet.Name) -$_" })
        }
        # What every cmdlet that reaches units has from one place is tested with one of them, or with some.
        $isOwn = { $_.DeclaringType -eq $cmdlet.ImplementingType }
        $shared = foreach ($cmdlet in $cmdlets) { $cmdlet.ImplementingType.GetProperties().Where({ $cmdlet.Parameters.ContainsKey($_.Name) }).Where({ -not (& $isOwn) }).Name }
        foreach ($name in @($shared) + 'WhatIf', 'Confirm' | Sort-Object -Unique) {
            $cmdlets.Where({ $_.Parameters.ContainsKey($name) -and "$($_.Name) -$name" -notin $missing }).Count | Should -BeGreaterThan 0 -Because "-$name is used somewhere"
        }

        $own = $missing.Where({ $cmdlet, $parameter = $_.Split(' -'); (Get-Command $cmdlet).ImplementingType.GetProperty($parameter)?.DeclaringType -eq (Get-Command $cmdlet).ImplementingType })
        $own | Should -BeNullOrEmpty
    }

    It 'uses every parameter set' {
        $missing = foreach ($cmdlet in $cmdlets) {
            foreach ($set in $cmdlet.ParameterSets) {
                $mandatory = $set.Parameters.Where({ $_.IsMandatory }).Name
                $others = $cmdlet.ParameterSets.Where({ $_.Name -ne $set.Name }).Parameters.Where({ $_.IsMandatory }).Name.Where({ $_ -notin $set.Parameters.Name })
                if (-not $calls[$cmdlet.Name].Where({ $call = $_; -not $mandatory.Where({ $_ -notin $call }) -and -not $others.Where({ $_ -in $call }) })) {
                    "$($cmdlet.Name) $($set.Name)"
                }
            }
        }
        $missing | Should -BeNullOrEmpty
    }

    It 'brings about every error id, in words that are kept' {
        $tree = [Management.Automation.Language.Parser]::ParseFile("$PSScriptRoot/ErrorViews.Tests.ps1", [ref]$null, [ref]$null)
        $keys = $tree.FindAll({ $args[0] -is [Management.Automation.Language.HashtableAst] }, $true).KeyValuePairs.ForEach({ $_.Item1.Extent.Text })
        [Enum]::GetNames([Lvx.Core.LvxError]).Where({ $_ -notin $keys -or -not (Test-Path "$PSScriptRoot/../fixtures/errors/$_.txt") }) | Should -BeNullOrEmpty
    }

    It 'looks at every cmdlet that writes with -WhatIf and with -Confirm:$false' {
        foreach ($cmdlet in $cmdlets.Where({ $_.Parameters.ContainsKey('WhatIf') })) {
            $used = $calls[$cmdlet.Name] | ForEach-Object { $_ }
            $used | Should -Contain 'WhatIf' -Because $cmdlet.Name
            if ($cmdlet.ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $false).ConfirmImpact -eq 'High') {
                $used | Should -Contain 'Confirm' -Because $cmdlet.Name
            }
        }
    }
}
