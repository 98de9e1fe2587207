<#
.SYNOPSIS
Runs one file of tests, with no modules in reach but PowerShell's own and Pester, and says at the end how many passed and failed.
#>
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [Parameter(Mandatory)]
    [string] $ResultPath
)

$pester = Get-Module Pester -ListAvailable | Where-Object Version -ge 5.9 | Sort-Object Version | Select-Object -Last 1
# Pester, or Pester/5.9.0: the folder above either.
$folder = Split-Path $pester.ModuleBase
$env:PSModulePath = (Join-Path $PSHOME Modules), ((Split-Path $folder -Leaf) -eq 'Pester' ? (Split-Path $folder) : $folder) -join [IO.Path]::PathSeparator
Import-Module $pester.Path

$run = Invoke-Pester -Configuration @{
    Run        = @{ Path = $Path; PassThru = $true }
    Output     = @{ Verbosity = 'Detailed'; RenderMode = 'Plaintext' }
    TestResult = @{ Enabled = $true; OutputFormat = 'JUnitXml'; OutputPath = $ResultPath }
}
# A block that fails before its tests runs none of them, and is a failure all the same.
"passed=$($run.PassedCount) failed=$($run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount)"
