#!/usr/bin/env pwsh
#Requires -Version 7.6
#Requires -Modules LvxPS
<#
.SYNOPSIS
A change of the charge policy as a runbook: look, keep what is there, apply, look again. Nobody has to sit beside it.
.DESCRIPTION
Exit codes: 0 the profile is in force, and the system is healthy; 1 it was not healthy before, and nothing was changed; 2 the change failed, and what was applied was put back as far as the message says;
3 the profile is in force, and the system is not healthy now; 4 something else went wrong, before anything was written.
.PARAMETER ProfileName
The charge policy.
.PARAMETER Device
The units; those of the site file unless told.
.PARAMETER KeepIn
Where the settings as they were found are kept.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ProfileName,

    [string[]] $Device = @(),

    [string] $KeepIn = '.'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$units = $Device ? @{ Device = $Device } : @{}

function Stop-Runbook([int] $Code, [string] $Message) {
    # Not as an error: -ErrorAction Stop would end the script before its exit code is given.
    [Console]::Error.WriteLine($Message)
    exit $Code
}

try {
    $before = Test-LvxParallelSync @units
    if (-not $before.InSync) {
        Stop-Runbook 1 "The system is not healthy: $(($before.Checks | Where-Object Outcome -eq Fail).Label -join ', '). Nothing was changed."
    }

    $baseline = Join-Path $KeepIn "before-$(Get-Date -Format yyyyMMdd-HHmmss).yaml"
    Export-LvxSettings @units -Path $baseline
    Write-Output "As found: $baseline"
}
catch {
    Stop-Runbook 4 "Nothing was changed. $_ $($_.ErrorDetails.RecommendedAction)"
}

try {
    # Under -NonInteractive nobody can be asked: -Confirm:$false says that this script was the question.
    Invoke-LvxProfile @units -Name $ProfileName -Confirm:$false
}
catch {
    Stop-Runbook 2 "$_ $($_.ErrorDetails.RecommendedAction) The way back: Restore-LvxSettings -Path '$baseline'"
}

try {
    $after = Test-LvxParallelSync @units
}
catch {
    Stop-Runbook 3 "The profile was applied, and afterwards: $_"
}

if (-not $after.InSync) {
    Stop-Runbook 3 "The profile was applied, and the system is not healthy now: $(($after.Checks | Where-Object Outcome -eq Fail).Label -join ', ')."
}

Write-Output "$ProfileName is in force, and the system is healthy."
