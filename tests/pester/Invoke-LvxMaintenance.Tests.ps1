BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $kept = @{ PATH = $env:PATH; FAKE_SYSTEMD = $env:FAKE_SYSTEMD; LVXPS_RUN = $env:LVXPS_RUN; LVXPS_SITE = $env:LVXPS_SITE }
    $state = "$TestDrive/state"
    New-Item -ItemType Directory "$TestDrive/bin" | Out-Null
    New-Item -ItemType SymbolicLink "$TestDrive/bin/systemctl" -Target (Resolve-Path "$PSScriptRoot/../fixtures/systemctl") | Out-Null
    $env:PATH = "$TestDrive/bin:$env:PATH"
    $env:FAKE_SYSTEMD = $state
    $env:LVXPS_RUN = "$TestDrive/run"
    $env:LVXPS_SITE = "$TestDrive/site.yaml"
    @'
schema: lvxps-site/1
units:
  - { name: a, serial: "96132206100001", link: "sim:pair/1" }
services: [powermon, powermon2]
'@ | Set-Content $env:LVXPS_SITE

    function Get-Call { @(Get-Content "$state/calls" -ErrorAction Ignore) -notlike 'show *' }

    $all = 'stop powermon', 'stop powermon2', 'start powermon2', 'start powermon'
}

AfterAll {
    $kept.Keys.ForEach({ [Environment]::SetEnvironmentVariable($_, $kept[$_]) })
}

Describe 'Invoke-LvxMaintenance' {
    BeforeEach {
        Remove-Item $state, "$TestDrive/run" -Recurse -ErrorAction Ignore
        New-Item -ItemType Directory $state | Out-Null
        'active' | Set-Content "$state/powermon"
        'active' | Set-Content "$state/powermon2"
    }

    It 'stops the services, runs the block, and starts them again' {
        Invoke-LvxMaintenance { Get-Content "$state/powermon", "$state/powermon2" } | Should -Be 'inactive', 'inactive'
        Get-Call | Should -Be $all
        (Get-ChildItem "$TestDrive/run").Name | Should -Be 'maintenance.lock'
    }

    It 'runs the block in the scope of the caller, and passes objects on as they come' {
        $found = $null
        $seen = Invoke-LvxMaintenance { $found = 'here'; 1; [pscustomobject]@{ A = 2 }; $null; , @(3, 4); $args.Count } | ForEach-Object { "$found $_" }
        $found | Should -BeExactly 'here'
        $seen.Count | Should -Be 5
        $seen[1] | Should -BeExactly 'here @{A=2}'
        $seen[3] | Should -BeExactly 'here 3 4'
        $seen[4] | Should -BeExactly 'here 0'
        (Get-LvxStatus sim:single).SerialNumber | Should -Be '96132206100001'
        Invoke-LvxMaintenance { Get-LvxStatus sim:pair } | ForEach-Object SerialNumber | Should -Be '96132206100001', '96132206100002'
    }

    It 'starts them again after an error, and the error is the caller''s' {
        { Invoke-LvxMaintenance { throw 'no good' } } | Should -Throw 'no good'
        Get-Call | Should -Be $all
        $after = Invoke-LvxMaintenance { Write-Error 'not so bad' -ErrorAction Continue; 'went on' } -ErrorAction SilentlyContinue 2>$null
        $after | Should -BeExactly 'went on'
        Get-Content "$state/powermon" | Should -BeExactly 'active'
    }

    It 'starts them again when a later command has enough' {
        Invoke-LvxMaintenance { 1..3 } | Select-Object -First 1 | Should -Be 1
        Get-Call | Should -Be $all
    }

    It 'starts them again after Ctrl+C' {
        $shell = [powershell]::Create().AddScript({
                param($manifest, $started)
                Import-Module $manifest
                Invoke-LvxMaintenance { 'up' > $started; Start-Sleep 60 }
            }).AddArgument($manifest).AddArgument("$TestDrive/started")
        $running = $shell.BeginInvoke()
        while (-not (Test-Path "$TestDrive/started") -and -not $running.IsCompleted) { Start-Sleep -Milliseconds 20 }
        Get-Content "$state/powermon" | Should -BeExactly 'inactive'
        $shell.Stop()
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        Get-Call | Should -Be $all
        (Get-ChildItem "$TestDrive/run").Name | Should -Be 'maintenance.lock'
    }

    It 'leaves a service alone that did not run' {
        'inactive' | Set-Content "$state/powermon"
        Invoke-LvxMaintenance { } | Out-Null
        Get-Call | Should -Be 'stop powermon2', 'start powermon2'
    }

    It 'says which service does not stop, and does not run the block' {
        New-Item "$state/powermon2.stuck" | Out-Null
        { Invoke-LvxMaintenance { 'run' > "$state/ran" } } | Should -Throw -ErrorId 'ServiceFailed,LvxPS.Commands.InvokeLvxMaintenanceCommand' -ExpectedMessage 'powermon2: it did not stop*'
        "$state/ran" | Should -Not -Exist
        Get-Content "$state/powermon" | Should -BeExactly 'active'
    }

    It 'says which service does not start again and how to start it; -Finish tries again' {
        New-Item "$state/powermon2.broken" | Out-Null
        $problem = { Invoke-LvxMaintenance { 1 } } | Should -Throw -ErrorId 'ServiceFailed,*' -PassThru
        $problem.ErrorDetails.RecommendedAction | Should -BeExactly 'Start it by hand: systemctl start powermon2'
        Get-Content "$state/powermon" | Should -BeExactly 'active'
        Remove-Item "$state/powermon2.broken"
        Invoke-LvxMaintenance -Finish
        Get-Content "$state/powermon2" | Should -BeExactly 'active'
        (Get-ChildItem "$TestDrive/run").Name | Should -Be 'maintenance.lock'
    }

    It 'finishes what a killed PowerShell left' {
        $null = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command "Import-Module '$manifest'; Invoke-LvxMaintenance { Stop-Process -Id `$PID -Force }" 2>&1
        Get-Content "$state/powermon", "$state/powermon2" | Should -Be 'inactive', 'inactive'
        Invoke-LvxMaintenance -Finish
        Get-Content "$state/powermon", "$state/powermon2" | Should -Be 'active', 'active'
    }

    It 'stops those that are named, and shows with -WhatIf what it would stop' {
        Invoke-LvxMaintenance { 1 } -Service powermon2 -PortWaitSeconds 0 | Should -Be 1
        Get-Call | Should -Be 'stop powermon2', 'start powermon2'
        Remove-Item "$state/calls"
        Invoke-LvxMaintenance { 'run' > "$state/ran" } -WhatIf | Should -BeNullOrEmpty
        "$state/ran" | Should -Not -Exist
        "$state/calls" | Should -Not -Exist
        { Invoke-LvxMaintenance { 1 } -Service '--now' } | Should -Throw -ErrorId 'ArgumentInvalid,*'
    }
}
