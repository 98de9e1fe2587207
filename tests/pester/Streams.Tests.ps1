# What goes into which stream, how a wait ends, and what is let go of.
BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $before = $env:XDG_STATE_HOME
    Use-TestState "$TestDrive/state"
    $cmdlets = Get-Command -Module LvxPS -CommandType Cmdlet

    # Starts a line in a runspace of its own, and gives the shell, what it puts out, and its run.
    function Start-Line([string] $Line) {
        $shell = [powershell]::Create()
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $running = $shell.AddScript("Import-Module '$manifest'; $Line").BeginInvoke[psobject, psobject]($null, $output)
        [pscustomobject]@{ Shell = $shell; Output = $output; Running = $running }
    }

    function Wait-Until([scriptblock] $Condition) {
        $deadline = [datetime]::UtcNow.AddSeconds(30)
        while (-not (& $Condition)) {
            [datetime]::UtcNow | Should -BeLessThan $deadline -Because "$Condition came"
            Start-Sleep -Milliseconds 20
        }
    }
}

AfterAll {
    $env:XDG_STATE_HOME = $before
}

Describe 'The streams' {
    It 'have decisions in verbose, frames in hex in debug, risks in warning, and data alone in the output' {
        $all = @(Get-LvxStatus sim:pair -SerialNumber 96132206100001 -Verbose -Debug 3>&1 4>&1 5>&1)
        $kinds = $all | Group-Object { $_.GetType().Name } -AsHashTable
        $kinds['VerboseRecord'] | Should -BeLike '*96132206100002*'
        @($kinds['DebugRecord']).Count | Should -BeGreaterThan 5
        # Bytes that are no printable ASCII, such as those of a checksum, stand in hex.
        $frames = $kinds['DebugRecord'].Where({ "$_" -match ' [<>] ' })
        $frames.Count | Should -BeGreaterThan 5
        $frames.ForEach({ "$_" }) | Should -Match '^sim:pair/\d [<>] \^[ -~]+  \[([0-9a-f]{2})+\]$'
        $kinds['LvxStatus'].Count | Should -Be 1
        $kinds.Count | Should -Be 3
        $all = @(Get-LvxStatus 'sim:single?misbehave=refuse@FWS' 3>&1)
        "$($all.Where({ $_ -is [Management.Automation.WarningRecord] }))" | Should -BeLike '*FWS*'
        # With -Debug alone a warning would ask whether to go on: there it goes into the log.
        $log = Get-LvxStatus 'sim:single?misbehave=refuse@FWS' -Debug 5>$null 6>&1 | Where-Object { $_ -is [Management.Automation.InformationRecord] }
        "$log" | Should -BeLike 'WARNING: *FWS*'
    }

    It 'have what belongs in a log in information, by both its tags' {
        $told = Set-LvxSettings sim:single -BulkVoltage 56.0 -Confirm:$false -InformationVariable log 6>$null
        $told.Outcome | Should -Be 'Applied'
        $log.Count | Should -BeGreaterThan 0
        $log[0].Tags | Should -Be 'PSHOST', 'LvxPS'
        "$($log[0])" | Should -BeLike 'The settings of lvx6048-1 as found are in *'
    }

    It 'stay empty but for data when all is well' {
        foreach ($line in 'Get-LvxStatus sim:pair', 'Get-LvxSettings sim:pair -All', 'Test-LvxParallelSync sim:pair', 'Get-LvxEnergy sim:pair -Total', 'Invoke-LvxQuery sim:pair GS', 'Get-LvxDevice sim:pair', 'Get-LvxProfile') {
            $all = @(& ([scriptblock]::Create($line)) 2>&1 3>&1 4>&1 5>&1 6>&1)
            $all.Where({ $_ -is [Management.Automation.InformationalRecord] -or $_ -is [Management.Automation.ErrorRecord] -or $_ -is [Management.Automation.InformationRecord] }) | Should -BeNullOrEmpty -Because $line
        }
    }

    It 'are all that is written: nothing goes past them to the console' {
        $line = "Import-Module '$manifest'; `$PSStyle.OutputRendering = 'PlainText'; `$null = Get-LvxStatus sim:pair, /dev/hidraw98765 -Debug -Verbose 2>`$null 3>`$null 4>`$null 5>`$null 6>`$null"
        & "$PSHOME/pwsh" -NoProfile -NonInteractive -Command $line 2>&1 | Should -BeNullOrEmpty
    }

    It 'have a bar for <case> that takes a while, which is gone at the end' -ForEach @(
        @{ Case = 'units'; Line = 'Get-LvxSettings "sim:pair?baud=2400" -All' }
        @{ Case = 'a wait'; Line = 'Test-LvxParallelSync "sim:pair?set2=FaultCode:83" -Wait 5' }
        @{ Case = 'a report'; Line = 'New-LvxReport sim:pair -Path "{0}/report.md" -SampleCount 3 -SampleInterval 0.4' }
        @{ Case = 'a unit that fails'; Line = 'Get-LvxStatus "sim:pair?baud=2400&misbehave2=silence@GS" -TimeoutSeconds 1' }
        @{ Case = 'a pipeline that has enough'; Line = 'Get-LvxStatus "sim:pair?baud=2400" -Interval 60 | Select-Object -First 1' }
    ) {
        $started = Start-Line ($line -f $TestDrive)
        try {
            $started.Running.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
            $steps = $started.Shell.Streams.Progress.ReadAll()
            $steps.Count | Should -BeGreaterThan 1
            $steps[-1].RecordType | Should -Be 'Completed'
            $steps.Where({ $_.RecordType -eq 'Processing' }).PercentComplete | Should -Not -Contain 100
            $steps.ActivityId | Sort-Object -Unique | Should -HaveCount 1
        }
        finally {
            $started.Shell.Dispose()
        }
    }

    It 'have no bar for what is over at once' {
        $started = Start-Line 'Get-LvxStatus sim:single'
        $started.Running.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
        @($started.Shell.Streams.Progress.ReadAll()).Where({ $_.Activity -like 'Reading*' }) | Should -BeNullOrEmpty
        $started.Shell.Dispose()
    }
}

Describe 'Ctrl+C' {
    It 'ends <case> at once, without an error, and leaves nothing running' -ForEach @(
        @{ Case = 'the wait between two readings'; Line = 'Get-LvxStatus sim:pair -Interval 60'; Begun = { $started.Output.Count -eq 2 } }
        @{ Case = 'the wait for an answer'; Line = 'Get-LvxStatus "sim:single?misbehave=silence@GS" -TimeoutSeconds 600 -Debug'; Begun = { "$($started.Shell.Streams.Debug)" -like '*GS*' } }
        @{ Case = 'the wait until in sync'; Line = 'Test-LvxParallelSync "sim:pair?set2=FaultCode:83" -Wait 600 -Verbose'; Begun = { "$($started.Shell.Streams.Verbose)" -like '*Not in sync yet*' } }
        @{ Case = 'watching'; Line = 'Watch-LvxStatus sim:pair -Interval 60'; Begun = { $started.Output.Count -eq 1 } }
        @{ Case = 'a report'; Line = 'New-LvxReport sim:pair -Path "{0}/stopped.md" -SampleInterval 1 -SampleCount 99'; Begun = { $started.Shell.Streams.Progress.Count -gt 0 } }
        @{ Case = 'a long range'; Line = 'Get-LvxEnergy "sim:pair?baud=2400" -Day -Last 400'; Begun = { $started.Shell.Streams.Progress.Count -gt 3 } }
    ) {
        $started = Start-Line ($line -f $TestDrive)
        try {
            Wait-Until $begun
            $threads = { @(Get-ChildItem "/proc/$PID/task" -ErrorAction Ignore).ForEach({ Get-Content "$_/comm" -ErrorAction Ignore }).Where({ $_ -like 'lvx *' }).Count }
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $started.Shell.Stop()
            $watch.ElapsedMilliseconds | Should -BeLessThan 1500 -Because '100 ms on a machine at rest'
            $started.Shell.InvocationStateInfo.State | Should -Be 'Stopped'
            $started.Shell.Streams.Error | Should -BeNullOrEmpty
            & $threads | Should -Be 0
            "$TestDrive/stopped.md" | Should -Not -Exist
        }
        finally {
            $started.Shell.Dispose()
        }
    }
}

Describe 'What is let go of' {
    It 'is what every cmdlet holds: each can be disposed of, twice too' {
        foreach ($cmdlet in $cmdlets) {
            $cmdlet.ImplementingType.GetInterface('IDisposable') | Should -Not -BeNullOrEmpty -Because $cmdlet.Name
            $instance = $cmdlet.ImplementingType::new()
            { $instance.Dispose(); $instance.Dispose() } | Should -Not -Throw -Because $cmdlet.Name
            # A stop may come when all is over.
            { $cmdlet.ImplementingType.GetMethod('StopProcessing', [Reflection.BindingFlags]'NonPublic, Instance').Invoke($instance, @()) } | Should -Not -Throw
        }
    }

    It 'is a transcript, whole, when the pipeline has enough' {
        Get-LvxStatus sim:pair -Interval 60 -TranscriptPath "$TestDrive/enough.log" | Select-Object -First 2 | Out-Null
        @(Get-ChildItem "/proc/$PID/fd" -ErrorAction Ignore).Where({ $_.LinkTarget -like '*enough.log' }) | Should -BeNullOrEmpty
        (Get-LvxStatus "replay:$TestDrive/enough.log").BatteryVoltage | Should -Be 55.1, 55.1
    }
}
