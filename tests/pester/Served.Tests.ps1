BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $served = Start-ServedUnit --tcp, 127.0.0.1:0, --pty, "$TestDrive/unit", --baud, 0
    $tcp, $pty = $served.Device.Where({ $_ -like 'tcp:*' }) + $served.Device.Where({ $_ -notlike 'tcp:*' })
}

AfterAll {
    Stop-ServedUnit $served
}

Describe 'Units of another process' {
    It 'are read over <_>' -ForEach 'TCP', 'a pty' {
        $device = $_ -eq 'TCP' ? $tcp : $pty
        $status = Get-LvxStatus $device
        $status.Device | Should -Be $device
        $status.Mode | Should -Be 'Charge'
        $status.BatteryVoltage | Should -Be 55.1
        $status.OutputMode | Should -Be 'Parallel'
    }

    It 'are read at the same time, and told apart by their serial numbers' {
        (Get-LvxStatus $tcp, $pty).SerialNumber | Should -Be '96132206100002', '96132206100001'
        (Get-LvxStatus $tcp, $pty -SerialNumber 96132206100001).Device | Should -Be $pty
    }

    It 'are asked any question over <_>' -ForEach 'TCP', 'a pty' {
        (Invoke-LvxQuery ($_ -eq 'TCP' ? $tcp : $pty) PIRI).Fields['bulkVoltage'] | Should -Be 56.4
    }

    It 'let others in between two readings' {
        $shell = [powershell]::Create()
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        try {
            $shell.AddScript("Import-Module '$manifest'; Get-LvxStatus '$tcp' -Interval 60").BeginInvoke[psobject, psobject]($null, $output) | Out-Null
            $deadline = [datetime]::UtcNow.AddSeconds(30)
            while ($output.Count -eq 0 -and [datetime]::UtcNow -lt $deadline) {
                Start-Sleep -Milliseconds 50
            }

            $output.Count | Should -Be 1
            (Get-LvxStatus $tcp -TimeoutSeconds 10 -ErrorAction Stop).SerialNumber | Should -Be '96132206100002'
            $shell.InvocationStateInfo.State | Should -Be 'Running'
        }
        finally {
            $shell.Stop()
            $shell.Dispose()
        }
    }

    It 'are in use while somebody else talks to them' {
        $silent = Start-ServedUnit --tcp, 127.0.0.1:0, --misbehave, silence
        $shell = [powershell]::Create()
        try {
            $shell.AddScript("Import-Module '$manifest'; Get-LvxStatus '$($silent.Device)' -TimeoutSeconds 600").BeginInvoke() | Out-Null
            $deadline = [datetime]::UtcNow.AddSeconds(30)
            do {
                Get-LvxStatus $silent.Device -TimeoutSeconds 0.1 -ErrorVariable failure -ErrorAction SilentlyContinue | Out-Null
            } until ($failure.FullyQualifiedErrorId -like 'DeviceInUse,*' -or [datetime]::UtcNow -gt $deadline)

            $failure[0].FullyQualifiedErrorId | Should -BeLike 'DeviceInUse,*'
            $failure[0].CategoryInfo.Category | Should -Be 'ResourceBusy'
            $failure[0].TargetObject | Should -Be $silent.Device
        }
        finally {
            $shell.Stop()
            $shell.Dispose()
            Stop-ServedUnit $silent
        }
    }
}

Describe 'Stopping' {
    It 'ends an endless reading over <_> at once, and frees the port' -ForEach 'TCP', 'a pty' {
        $device = $_ -eq 'TCP' ? $tcp : $pty
        $shell = [powershell]::Create()
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        try {
            $running = $shell.AddScript("Import-Module '$manifest'; Get-LvxStatus '$device' -Interval 60").BeginInvoke[psobject, psobject]($null, $output)
            $deadline = [datetime]::UtcNow.AddSeconds(30)
            while ($output.Count -eq 0 -and [datetime]::UtcNow -lt $deadline) {
                Start-Sleep -Milliseconds 50
            }

            $output.Count | Should -Be 1
            $running.IsCompleted | Should -BeFalse
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        }
        finally {
            $shell.Dispose()
        }

        (Get-LvxStatus $device -TimeoutSeconds 2).BatteryVoltage | Should -Be 55.1
    }

    It 'ends the wait for an answer that does not come' {
        $shell = [powershell]::Create()
        try {
            $running = $shell.AddScript("Import-Module '$manifest'; Get-LvxStatus 'sim:pair?misbehave=silence' -TimeoutSeconds 600").BeginInvoke()
            Start-Sleep -Seconds 2
            $running.IsCompleted | Should -BeFalse
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
            $shell.Streams.Error | Should -BeNullOrEmpty
        }
        finally {
            $shell.Dispose()
        }
    }

    It 'ends the reading when the pipeline has enough, and frees the ports' {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        (Get-LvxStatus $tcp, $pty -Interval 60 | Select-Object -First 1).Device | Should -Be $tcp
        (Get-LvxStatus $tcp, $pty -Interval 60 | Select-Object -First 2).Device | Should -Be $tcp, $pty
        (Get-LvxStatus $tcp, $pty -Interval 0.1 | Select-Object -First 3).Device | Should -Be $tcp, $pty, $tcp
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 30
        (Get-LvxStatus $tcp, $pty -TimeoutSeconds 2).Count | Should -Be 2
    }
}
