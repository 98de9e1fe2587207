BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $state = $env:XDG_STATE_HOME
    Use-TestState "$TestDrive/state"
    $journal = "$TestDrive/state/lvxps/journal.jsonl"
    $id = 'LvxPS.Commands.SetLvxClockCommand'
}

AfterAll {
    $env:XDG_STATE_HOME = $state
}

Describe 'Set-LvxClock' {
    It 'sets the clocks and reads them back' {
        $written = Get-Written { Set-LvxClock sim:pair -Date '2027-01-31 12:34:56' -Confirm:$false -Debug }
        $written.Setters | Should -BeLike 'DAT2701311234*'
        $written.Setters.Count | Should -Be 2
        $written.Receipt.Outcome | Should -Be 'Applied', 'Applied'
        $written.Receipt[0].Now | Should -BeOfType datetime
        ($written.Receipt[0].Now - [datetime]'2027-01-31 12:34:56').TotalSeconds | Should -BeLessThan 4
        $written.Receipt | Out-String -Width 80 | Should -Match '(?m)^Clock +\d{4}-\d\d-\d\d 2027-01-31 2027-01-31 Applied\s*$'
        @(Get-LvxJournal).Where({ $_.Event -eq 'Verified' }).Outcome | Should -Be 'Applied', 'Applied'
    }

    It 'takes this computer''s time when none is named, and leaves a clock that is right' {
        Set-LvxClock sim:pair -Confirm:$false | Out-Null
        $written = Get-Written { Set-LvxClock sim:pair -Confirm:$false -Debug }
        $written.Setters | Should -BeNullOrEmpty
        $written.Receipt.Outcome | Should -Be 'AlreadySet', 'AlreadySet'
    }

    It 'shows with -WhatIf, and sends nothing' {
        $before = (Get-FileHash $journal).Hash
        $written = Get-Written { Set-LvxClock sim:pair -Date 2027-01-01 -WhatIf -Debug }
        $written.Setters | Should -BeNullOrEmpty
        $written.Frames | Should -BeGreaterThan 2
        $written.Receipt | Should -BeNullOrEmpty
        (Get-FileHash $journal).Hash | Should -Be $before
        (Get-Written { Set-LvxClock sim:pair -Confirm:$false }).Receipt.Outcome | Should -Be 'AlreadySet', 'AlreadySet'
    }

    It 'takes a time in UTC for what it is here' {
        $utc = [datetime]::new(2027, 6, 1, 12, 0, 0, [DateTimeKind]::Utc)
        $receipt = Set-LvxClock sim:single -Date $utc -Confirm:$false
        ($receipt.Now - $utc.ToLocalTime()).Duration().TotalSeconds | Should -BeLessThan 4
    }

    It 'takes no year <_>' -ForEach 1999, 2100 {
        { Set-LvxClock sim:single -Date "$_-01-01" -Confirm:$false } | Should -Throw -ErrorId "ArgumentInvalid,$id"
    }

    It 'says of a unit that refuses that its clock is not right' {
        $written = Get-Written { Set-LvxClock 'sim:single?misbehave=refuse@DAT' -Date 2027-01-01 -Confirm:$false -Debug }
        $written.Receipt.Outcome | Should -Be 'Refused'
        $written.Setters.Count | Should -Be 1
    }
}
