#!/usr/bin/env pwsh
#Requires -Version 7.6
<#
.SYNOPSIS
Makes docs/tour.md: commands as a person types them, and what a terminal of 80 columns shows. Needs `script` and `stty`, and the module as it was staged.
.PARAMETER Check
Changes nothing, and ends with 1 when the tour shows something else than the commands do. Times of day and amounts of time are not compared.
.PARAMETER Module
The module to show.
#>
[CmdletBinding()]
param(
    [switch] $Check,
    [string] $Module = "$PSScriptRoot/../output/LvxPS"
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$path = [IO.Path]::GetFullPath("$PSScriptRoot/../docs/tour.md")
$stops = @(
    @{ Title = 'What is there'; Text = 'Every cmdlet has help with examples: `Get-Help Set-LvxChargeCurrent -Examples`.'; Command = 'Get-Command -Module LvxPS | Format-Wide -Column 2' }
    @{ Title = 'Where to begin'; Text = ''; Command = 'Get-Help about_LvxPS' }
    @{ Title = 'What are the units doing?'; Text = '`sim:pair` is two simulated units; without a device it would be those of the site file, or every inverter on USB.'; Command = 'Get-LvxStatus sim:pair' }
    @{ Title = 'One unit, everything it measures'; Text = 'A reading that is missing would be `--`, and never 0.'; Command = 'Get-LvxStatus sim:single | Format-List' }
    @{ Title = 'Are they alike?'; Text = 'Here somebody has set the second unit at its LCD.'; Command = "Compare-LvxSettings 'sim:pair?set2=MaxChargeCurrent:100' -DifferenceOnly" }
    @{ Title = 'Is the parallel system healthy?'; Text = ''; Command = 'Test-LvxParallelSync sim:pair' }
    @{ Title = 'What would a charge policy change?'; Text = 'Nothing is sent to the units.'; Command = "Invoke-LvxProfile 'sim:pair?state=idle' -Name kilovault-hlx -WhatIf" }
    @{ Title = 'When something is wrong'; Text = 'An error says what happened to which unit, and what to do next.'; Command = "Get-LvxStatus 'sim:single?misbehave=bad-crc@GS' -TimeoutSeconds 1" }
    @{ Title = 'A fault, in words'; Text = ''; Command = 'Get-LvxStatus "sim:pair?set2=FaultCode:83" | Where-Object { $_.Fault.Code } | ForEach-Object Fault' }
)

function Get-Capture {
    $work = New-Item (Join-Path ([IO.Path]::GetTempPath()) "lvxps-$([Guid]::NewGuid())") -ItemType Directory
    try {
        $commands = @("`$ProgressPreference = 'SilentlyContinue'; Import-Module '$((Resolve-Path $Module).Path)' -ErrorAction Stop", "`$PSStyle.OutputRendering = 'PlainText'") + @(0..($stops.Count - 1) | ForEach-Object { "'<<<$_>>>' | Out-Default"; "$($stops[$_].Command) | Out-Default" })
        $commands -join '; ' | Set-Content "$work/tour.txt"
        # As at a prompt, where an error names no line of a script.
        "stty cols 80 rows 50 < /dev/tty`npwsh -NoProfile -NonInteractive -Command `"`$(cat '$work/tour.txt')`"" | Set-Content "$work/tour.sh"
        $env:XDG_STATE_HOME = $work
        $env:HOME = $env:XDG_CONFIG_HOME = $work
        $env:LVXPS_SITE = $null
        $env:LC_ALL = 'C.UTF-8'
        $env:TERM = 'xterm'
        $env:LVXPS_LOCK_SCOPE = $work.Name
        $shown = script -qec "sh '$work/tour.sh' < /dev/null" /dev/null
        $text = ($shown -join "`n") -replace '\e\[\?1[hl]|\e[=>]|\r', ''
        [regex]::Split($text, '(?m)^<<<\d+>>>\n') | Select-Object -Skip 1
    }
    finally {
        Remove-Item $work -Recurse -Force
    }
}

$captures = @(Get-Capture)
if ($captures.Count -ne $stops.Count) {
    throw "$($stops.Count) commands gave $($captures.Count) captures."
}

$lines = @(
    '# A tour'
    ''
    'What a terminal of 80 columns shows. Made by `tools/Update-Tour.ps1`, which runs these commands; do not edit by hand.'
    for ($i = 0; $i -lt $stops.Count; $i++) {
        ''
        "## $($stops[$i].Title)"
        if ($stops[$i].Text) {
            ''
            $stops[$i].Text
        }

        ''
        '```text'
        "PS> $($stops[$i].Command)"
        ''
        (($captures[$i].Trim("`n") -split "`n").TrimEnd() -join "`n") -replace '\n{3,}', "`n`n"
        '```'
    }
)
$tour = ($lines -join "`n") + "`n"
if (-not $Check) {
    [IO.File]::WriteAllText($path, $tour)
    Write-Output "Made: $path"
    exit 0
}

function Get-Comparable([string] $Text) {
    $Text -replace '\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?Z?', '<time>' -replace '\d+(\.\d+)? s\b', '<s>' -replace '(?m)[ \t]+$', ''
}

$old = (Test-Path $path) ? (Get-Comparable ([IO.File]::ReadAllText($path))) -split "`n" : @()
$new = (Get-Comparable $tour) -split "`n"
$differences = @(Compare-Object $old $new -CaseSensitive)
$differences | ForEach-Object { Write-Output "$($_.SideIndicator) $($_.InputObject)" }
if ($differences) {
    Write-Output 'docs/tour.md shows something else (<= the document, => the commands). To make it anew: tools/Update-Tour.ps1'
    exit 1
}
