# What docs/examples has for people to copy, run as they would run it: in a pwsh of its own, against units on TCP.
BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $examples = (Resolve-Path "$PSScriptRoot/../../docs/examples").Path
    $served = Start-ServedUnit --tcp, 127.0.0.1:0, --tcp, 127.0.0.1:0, --state, idle, --baud, 0
    $device = $served.Device
    Copy-Item $examples/* $TestDrive
    $env:XDG_STATE_HOME = "$TestDrive/state"

    # The module is found by its name, and beside it only what PowerShell brings, and Pester.
    $modules = (New-Item "$TestDrive/modules/LvxPS" -ItemType Directory -Force).FullName
    Copy-Item (Split-Path $manifest) $modules -Recurse
    $env:LVXPS_TEST_PATH = "$TestDrive/modules:$(Split-Path (Split-Path (Split-Path (Get-Module Pester).Path)))"

    function Invoke-Child([string] $Command) {
        $out = pwsh -NoProfile -NonInteractive -Command "`$env:PSModulePath = `"`${env:LVXPS_TEST_PATH}:`$PSHOME/Modules`"; $Command" 2>&1
        [pscustomobject]@{ Code = $LASTEXITCODE; Text = $out -join "`n" }
    }

    function Invoke-SiteCheck([string[]] $Units, [string] $More = "; ProfileName = 'kilovault-hlx'") {
        $list = "'$($Units -join "', '")'"
        Invoke-Child "`$PSStyle.OutputRendering = 'PlainText'; `$r = Invoke-Pester -PassThru -Output Detailed -Container (New-PesterContainer -Path '$TestDrive/Site.Tests.ps1' -Data @{ Device = $list$More }); exit `$r.FailedCount"
    }

    function Invoke-Policy([string[]] $Units, [string] $Name = 'kilovault-hlx') {
        $list = "'$($Units -join "', '")'"
        Invoke-Child "& '$TestDrive/Set-ChargePolicy.ps1' -ProfileName $Name -Device $list -KeepIn '$TestDrive'; exit `$LASTEXITCODE"
    }
}

AfterAll {
    Stop-ServedUnit $served
    $env:LVXPS_TEST_PATH = $null
    $env:XDG_STATE_HOME = $null
}

Describe 'Examples' {
    It 'change the policy of a healthy pair, keep what was there, and end with 0' {
        $run = Invoke-Policy $device
        $run.Code | Should -Be 0 -Because $run.Text
        $run.Text | Should -BeLike '*kilovault-hlx is in force, and the system is healthy.'
        @(Get-Item "$TestDrive/before-*.yaml").Count | Should -Be 1
    }

    It 'find a site as it should be' {
        Export-LvxSettings $device -Path "$TestDrive/baseline.yaml"
        $run = Invoke-SiteCheck $device
        $run.Code | Should -Be 0 -Because $run.Text
        $run.Text | Should -BeLike '*Tests Passed: 4, Failed: 0, Skipped: 0*'
    }

    It 'say which unit is set otherwise than the others and the baseline, and how to set it' {
        Set-LvxChargeCurrent $device[1] -Ampere 40 -Confirm:$false -WarningAction Ignore
        try {
            $run = Invoke-SiteCheck $device
            $run.Code | Should -Be 2 -Because $run.Text
            $run.Text | Should -BeLike '*MaxChargeCurrent of *is 40*Set-LvxChargeCurrent*'
        }
        finally {
            Set-LvxChargeCurrent $device[1] -Ampere 60 -Confirm:$false -WarningAction Ignore
        }
    }

    It 'fail when a unit has a fault' {
        $run = Invoke-SiteCheck 'sim:pair?set2=FaultCode:83' "; ProfileName = ''"
        $run.Code | Should -BeGreaterOrEqual 2 -Because $run.Text
        $run.Text | Should -BeLike '*fault: *83*'
    }

    It 'fail when a unit does not answer, say so, and skip the comparison with a baseline that nobody kept' {
        $run = Invoke-SiteCheck $device[0], '/no/such/node' "; ProfileName = ''; BaselinePath = '$TestDrive/none.yaml'"
        $run.Code | Should -Be 2 -Because $run.Text
        $run.Text | Should -BeLike '*/no/such/node*Skipped: 2*'
    }

    It 'change nothing on a system that is not healthy, and end with 1' {
        $run = Invoke-Policy 'sim:pair?set2=FaultCode:83'
        $run.Code | Should -Be 1 -Because $run.Text
        $run.Text | Should -BeLike '*not healthy: *fault*Nothing was changed.*'
    }

    It 'end with 2 when the change failed, and name the way back' {
        $run = Invoke-Policy 'sim:pair?state=idle&misbehave=refuse@MCHGV'
        $run.Code | Should -Be 2 -Because $run.Text
        $run.Text | Should -BeLike '*refused*The way back: Restore-LvxSettings*'
    }

    It 'end with 4 when a unit cannot be reached' {
        $run = Invoke-Policy '/no/such/node'
        $run.Code | Should -Be 4 -Because $run.Text
        $run.Text | Should -BeLike 'Nothing was changed.*/no/such/node*'
    }
}
