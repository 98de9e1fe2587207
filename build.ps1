#!/usr/bin/env pwsh
#Requires -Version 7.4
<#
.SYNOPSIS
Builds LvxPS, and on request tests it. Needs pwsh and the .NET 10 SDK, and fetches nothing but the packages named in Directory.Packages.props.
.EXAMPLE
./build.ps1
Builds everything and stages the module under output/LvxPS.
.EXAMPLE
./build.ps1 -Task Test
Builds, then runs every test, those in PowerShell included where Pester is installed.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$verb = if ($Task -eq 'Test') { 'test' } else { 'build' }
dotnet $verb "$PSScriptRoot/LvxPS.sln" --configuration $Configuration
if ($LASTEXITCODE -ne 0) {
    exit $LASTEXITCODE
}

Write-Host "The module: Import-Module $(Resolve-Path -Relative "$PSScriptRoot/output/LvxPS")"
