BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $state = $env:XDG_STATE_HOME
    Use-TestState "$TestDrive/state"
    $journal = "$TestDrive/state/lvxps/journal.jsonl"
    $id = 'LvxPS.Commands.SetLvxChargeCurrentCommand'
}

AfterAll {
    $env:XDG_STATE_HOME = $state
}

Describe 'Set-LvxChargeCurrent' {
    It 'sets every unit, once, and proves it; a second run sends nothing' {
        $first = Get-Written { Set-LvxChargeCurrent 'sim:pair?state=idle' -Ampere 50 -Confirm:$false -Debug }
        $first.Setters | Should -Be 'MCHGC0,050', 'MCHGC0,050'
        $first.Receipt.Outcome | Should -Be 'Applied', 'Applied'
        $first.Receipt.Name | Should -Be 'lvx6048-1', 'lvx6048-2'
        $first.Receipt[0].From | Should -Be 60
        $first.Receipt[0].To | Should -Be 50
        $first.Receipt[0].Now | Should -Be 50
        $first.Receipt[0].Now | Should -BeOfType int
        $first.Receipt[0].Unit | Should -BeExactly 'A'
        $first.Receipt[0].Elapsed | Should -BeGreaterThan ([timespan]::Zero)
        $second = Get-Written { Set-LvxChargeCurrent 'sim:pair?state=idle' -Ampere 50 -Confirm:$false -Debug }
        $second.Setters | Should -BeNullOrEmpty
        $second.Frames | Should -BeGreaterThan 10
        $second.Receipt.Outcome | Should -Be 'AlreadySet', 'AlreadySet'
        $second.Told | Should -BeNullOrEmpty
    }

    It 'sets the part from the grid with -Source Utility, from its own list' {
        $written = Get-Written { Set-LvxChargeCurrent 'sim:single?state=idle' -Ampere 2 -Source Utility -Confirm:$false -Debug }
        $written.Setters | Should -Be 'MUCHGC0,002'
        $written.Receipt.Setting | Should -BeExactly 'MaxAcChargeCurrent'
        $written.Receipt.Outcome | Should -Be 'Applied'
    }

    It 'shows with -WhatIf what it would do, and sends nothing: <Name>' -ForEach @(
        @{ Name = 'total'; Arguments = @{ Ampere = 40 } }
        @{ Name = 'utility'; Arguments = @{ Ampere = 40; Source = 'Utility' } }
        @{ Name = 'another parallel id'; Arguments = @{ Ampere = 40; ParallelId = 1 } }
        @{ Name = 'with -Force and -NoRollback'; Arguments = @{ Ampere = 40; Force = $true; NoRollback = $true } }
        @{ Name = 'with -PassThru'; Arguments = @{ Ampere = 40; PassThru = $true } }
        @{ Name = 'with -Confirm:$false'; Arguments = @{ Ampere = 40; Confirm = $false } }
    ) {
        $before = (Get-FileHash $journal).Hash
        $written = Get-Written { Set-LvxChargeCurrent 'sim:many=2?state=idle' @arguments -WhatIf -Debug }
        $written.Setters | Should -BeNullOrEmpty
        $written.Frames | Should -BeGreaterThan 10
        $written.Errors | Should -BeNullOrEmpty
        (Get-FileHash $journal).Hash | Should -Be $before
        (Get-LvxSettings 'sim:many=2?state=idle').MaxChargeCurrent | Should -Be 60, 60
    }

    It 'takes $WhatIfPreference as -WhatIf' {
        $WhatIfPreference = $true
        (Get-Written { Set-LvxChargeCurrent 'sim:many=2?state=idle' -Ampere 40 -Debug }).Setters | Should -BeNullOrEmpty
    }

    It 'is refused while the unit charges, names the cause, and leaves the other alone' {
        $written = Get-Written { Set-LvxChargeCurrent sim:pair -Ampere 50 -Confirm:$false -Debug }
        $written.Setters | Should -Be 'MCHGC0,050'
        $written.Receipt.Outcome | Should -Be 'Refused', 'NotAttempted'
        $written.Receipt.Now | Should -Be 60, 60
        $written.Receipt[0].Reason | Should -BeLike '*charging now (55 A)*idle*'
        $written.Errors.Count | Should -Be 1
        $written.Errors[0].FullyQualifiedErrorId | Should -BeExactly "SetterRefused,$id"
        $written.Errors[0].CategoryInfo.Category | Should -Be 'DeviceError'
        $written.Errors[0].TargetObject | Should -BeExactly 'sim:pair/1'
        $written.Errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*Get-LvxJournal*'
    }

    It 'writes its receipt before the error, which -ErrorAction Stop makes the end' {
        $all = @(Set-LvxChargeCurrent sim:pair -Ampere 50 -Confirm:$false 2>&1 6>$null)
        $all.ForEach({ $_.GetType().Name }) | Should -Be 'LvxSettingChange', 'LvxSettingChange', 'ErrorRecord'
        { Set-LvxChargeCurrent sim:pair -Ampere 50 -Confirm:$false -ErrorAction Stop 6>$null } | Should -Throw -ErrorId "SetterRefused,$id"
    }

    It 'refuses 100 A before anything is sent, with the list and the LCD program' {
        $written = Get-Written { Set-LvxChargeCurrent 'sim:pair?state=idle' -Ampere 100 -Confirm:$false -Debug }
        $written.Setters | Should -BeNullOrEmpty
        $written.Errors.Count | Should -Be 2
        $written.Errors[0].FullyQualifiedErrorId | Should -BeExactly "ChangeInvalid,$id"
        "$($written.Errors[0])" | Should -BeLike '*10, 20, 30, 40, 50, 60, 70, 80 A*LCD*Program 02*'
    }

    It 'warns before it lowers what PI18 cannot bring back' {
        $written = Get-Written { Set-LvxChargeCurrent 'sim:single?state=idle&set=MaxChargeCurrent:100' -Ampere 80 -WhatIf }
        "$($written.Warned)" | Should -BeLike '*100 A is above the end*PI18 can''t bring it back*Program 02*'
    }

    It 'sends nothing when a warning is to end it' {
        $before = (Get-FileHash $journal).Hash
        { Set-LvxChargeCurrent 'sim:single?state=idle&set=MaxChargeCurrent:100' -Ampere 80 -Confirm:$false -WarningAction Stop } | Should -Throw
        (Get-FileHash $journal).Hash | Should -Be $before
        (Get-LvxSettings 'sim:single?state=idle&set=MaxChargeCurrent:100').MaxChargeCurrent | Should -Be 100
    }

    It 'takes units from the pipeline by the names of their properties' {
        $receipt = Get-LvxStatus 'sim:many=3?state=idle' | Select-Object -First 2 | Set-LvxChargeCurrent -Ampere 70 -Confirm:$false 6>$null
        $receipt.Device | Should -Be 'sim:many=3/1?state=idle', 'sim:many=3/2?state=idle'
        $receipt.Outcome | Should -Be 'Applied', 'Applied'
        (Get-LvxSettings 'sim:many=3?state=idle').MaxChargeCurrent | Should -Be 70, 70, 60
    }

    It 'gives what was read back with -PassThru' {
        $settings = Set-LvxChargeCurrent 'sim:many=3?state=idle' -Ampere 20 -Confirm:$false -PassThru 6>$null
        $settings.ForEach({ $_.GetType().Name }) | Should -Be @(@('LvxSettings') * 3)
        $settings.MaxChargeCurrent | Should -Be 20, 20, 20
    }

    It 'takes no <_> A, and asks nothing for it' -ForEach 0, 1000, -1 {
        { Set-LvxChargeCurrent sim:single -Ampere $_ -Confirm:$false } | Should -Throw -ErrorId "ParameterArgumentValidationError,$id"
    }

    It 'is an error where nobody can be asked, and writes nothing: <_>' -ForEach 'Set-LvxChargeCurrent $d -Ampere 50', 'Set-LvxSettings $d -Buzzer $false', 'Set-LvxClock $d -Date 2027-01-01', 'Invoke-LvxProfile -Name eg4-ll $d' {
        $folder = "$TestDrive/mute"
        $out = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command @"
`$env:XDG_STATE_HOME = '$folder'
Import-Module '$manifest'
`$d = 'sim:pair?state=idle'
`$frames = $_ -Debug 2>&1 5>&1 3>&1
`$frames.Where({ "`$_" -match '> \^S' }).Count
`$Error[0].FullyQualifiedErrorId
"`$(`$Error[0]) `$(`$Error[0].ErrorDetails.RecommendedAction)"
"@
        $out[0] | Should -Be 0
        $out[1] | Should -BeLike 'ArgumentInvalid,LvxPS.Commands.*'
        "$($out[2..9])" | Should -BeLike '*nobody can be asked*not sent*-Confirm:$false*'
        $folder | Should -Not -Exist
    }

    It 'ends at once when it is stopped, and says in the journal that it did not end by itself' {
        Use-TestState "$TestDrive/state" -SettleSeconds 60
        $shell = [powershell]::Create()
        try {
            $shell.AddScript("Import-Module '$manifest'; Set-LvxChargeCurrent 'sim:single?state=idle' -Ampere 50 -Confirm:`$false") | Out-Null
            $lines = @(Get-LvxJournal).Count
            $since = [Diagnostics.Stopwatch]::StartNew()
            $shell.BeginInvoke() | Out-Null
            while (@(Get-LvxJournal).Count -lt $lines + 4 -and $since.Elapsed.TotalSeconds -lt 20) { Start-Sleep -Milliseconds 20 }
            $since.Restart()
            $shell.Stop()
            $since.Elapsed.TotalSeconds | Should -BeLessThan 1
            (Get-LvxJournal -Last 2).Event | Should -Be 'Answered', 'Ended'
            (Get-LvxJournal -Last 1).Outcome | Should -BeExactly 'Interrupted'
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        }
        finally {
            $shell.Dispose()
            Use-TestState "$TestDrive/state"
        }

        $next = Get-Written { Set-LvxChargeCurrent 'sim:single?state=idle' -Ampere 50 -Confirm:$false -Debug }
        $next.Told[0] | Should -BeLike 'WARNING: *MCHGC0,050*'
        $next.Receipt.Outcome | Should -Be 'Applied'
    }

    Context 'completion' {
        BeforeAll {
            function Complete([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText }
        }

        It 'offers the amperes that were read last: <Line>' -ForEach @(
            @{ Line = 'Set-LvxChargeCurrent -Ampere '; Expected = 10, 20, 30, 40, 50, 60, 70, 80 }
            @{ Line = 'Set-LvxChargeCurrent -Ampere 6'; Expected = 60 }
            @{ Line = 'Set-LvxChargeCurrent -Source Utility -Ampere '; Expected = 2, 10, 20, 30, 40, 50, 60, 70, 80 }
            @{ Line = 'Set-LvxSettings -MaxAcChargeCurrent 2'; Expected = 2, 20 }
            @{ Line = 'Set-LvxSettings -MaxChargeCurrent 2'; Expected = 20 }
            @{ Line = 'Set-LvxChargeCurrent -Source '; Expected = 'Total', 'Utility' }
        ) {
            Get-LvxSettings sim:pair -All | Out-Null
            Complete $line | Should -Be $expected.ForEach([string])
        }

        It 'offers nothing before anything was read, and opens no port' {
            $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
            $listener.Start()
            $shell = [powershell]::Create()
            try {
                $line = "Set-LvxChargeCurrent -Device tcp://127.0.0.1:$($listener.LocalEndpoint.Port) -Ampere "
                $found = $shell.AddScript("Import-Module '$manifest'; (TabExpansion2 '$line' $($line.Length)).CompletionMatches.Where({ `$_.CompletionText -match '^\d+$' }).Count").Invoke()
                $found | Should -Be 0
                $listener.Pending() | Should -BeFalse
            }
            finally {
                $shell.Dispose()
                $listener.Stop()
            }
        }
    }
}
