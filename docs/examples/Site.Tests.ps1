#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5' }, LvxPS
<#
.SYNOPSIS
Acceptance checks of a site: is the parallel system healthy, are the settings those of the baseline, is the profile in force?
.DESCRIPTION
Copy it, and keep a baseline beside it: Export-LvxSettings -Path /etc/lvxps/baseline.yaml. It only asks the units; nothing here can write.

From cron, which mails what is printed and whatever fails:
    pwsh -NoProfile -Command "Invoke-Pester /etc/lvxps/Site.Tests.ps1 -CI"

For other units or another baseline:
    Invoke-Pester -Container (New-PesterContainer -Path /etc/lvxps/Site.Tests.ps1 -Data @{ Device = 'sim:pair' })
.PARAMETER Device
The units; those of the site file unless told.
.PARAMETER BaselinePath
The settings as they were left, of all units in one file. Without that file there is nothing to compare with, and the check is skipped.
.PARAMETER ProfileName
The charge policy that must be in force. Empty: none is checked.
#>
param(
    [string[]] $Device = @(),
    [string] $BaselinePath = "$PSScriptRoot/baseline.yaml",
    [string] $ProfileName = 'eg4-lp4-v2'
)

BeforeDiscovery {
    $hasBaseline = Test-Path -LiteralPath $BaselinePath
}

BeforeAll {
    $units = $Device ? @{ Device = $Device } : @{}

    # A failure is printed as a sentence for each thing that is wrong, with what to do about it.
    function Get-Difference([hashtable] $Reference) {
        Compare-LvxSettings @units @Reference -DifferenceOnly -ErrorAction Stop -InformationAction Ignore | ForEach-Object {
            "$($_.Setting) of $($_.DifferenceName) is $($_.DifferenceValue ?? '--') $($_.Unit) and should be $($_.ReferenceValue ?? '--') $($_.Unit). $($_.HowToSet)"
        }
    }
}

Describe 'The site' {
    It 'is a healthy parallel system' {
        $report = Test-LvxParallelSync @units -ErrorAction Stop
        $report.Checks | Where-Object Outcome -eq Fail | ForEach-Object { "$($_.Label): $($_.Actual). $($_.Explanation) $($_.NextStep)" } | Should -BeNullOrEmpty
        $report.InSync | Should -BeTrue
    }

    It 'has no fault and no warning on any unit' {
        foreach ($status in Get-LvxStatus @units -ErrorAction Stop) {
            $status.Fault.Code | Should -Be 0 -Because "$($status.Name) says: $($status.Fault)"
            "$($status.Warnings)" | Should -BeNullOrEmpty -Because $status.Name
        }
    }

    It 'has the settings of its baseline' -Skip:(-not $hasBaseline) {
        Get-Difference @{ ReferencePath = $BaselinePath } | Should -BeNullOrEmpty
    }

    It 'has the profile <ProfileName> in force' -Skip:(-not $ProfileName) {
        Get-Difference @{ ReferenceProfile = $ProfileName } | Should -BeNullOrEmpty
    }
}
