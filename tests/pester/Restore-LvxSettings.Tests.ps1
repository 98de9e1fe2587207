BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $state = $env:XDG_STATE_HOME
    Use-TestState "$TestDrive/state"
    $journal = "$TestDrive/state/lvxps/journal.jsonl"
    $id = 'LvxPS.Commands.RestoreLvxSettingsCommand'
    $site = "$TestDrive/site.yaml"
    Export-LvxSettings 'sim:pair?set2=BulkVoltage:56' -Path $site
}

AfterAll {
    $env:XDG_STATE_HOME = $state
}

Describe 'Restore-LvxSettings' {
    It 'brings each unit back to its own baseline, by serial number' {
        $written = Get-Written { Restore-LvxSettings 'sim:pair?state=idle&set=BulkVoltage:57,Buzzer:off' -Path $site -Confirm:$false -Debug }
        $written.Setters | Should -Be 'MCHGV564,540', 'PEA', 'MCHGV560,540', 'PEA'
        $written.Receipt.Where({ $_.Outcome -eq 'Applied' }).ForEach({ "$($_.Name) $($_.Setting) $($_.Now)" }) |
            Should -Be 'lvx6048-1 BulkVoltage 56.4', 'lvx6048-1 Buzzer True', 'lvx6048-2 BulkVoltage 56.0', 'lvx6048-2 Buzzer True'
        $written.Errors | Should -BeNullOrEmpty
    }

    It 'tells what only the LCD can set, and writes the rest' {
        $written = Get-Written { Restore-LvxSettings 'sim:pair/1?state=idle&set=BulkVoltage:57,MachineType:grid_tie' -Path $site -Confirm:$false -Debug }
        $written.Setters | Should -Be 'MCHGV564,540'
        $left = $written.Receipt.Where({ $_.Outcome -eq 'NotAttempted' })
        $left.Setting | Should -BeExactly 'MachineType'
        $left.Reason | Should -BeLike '*LCD*'
    }

    It 'shows with -WhatIf, and sends nothing' {
        $before = (Get-FileHash $journal).Hash
        $written = Get-Written { Restore-LvxSettings 'sim:pair?state=idle&set=CutOffVoltage:46' -Path $site -Force -NoRollback -PassThru -WhatIf -Debug }
        $written.Setters | Should -BeNullOrEmpty
        $written.Frames | Should -BeGreaterThan 10
        $written.Rest.CutOffVoltage | Should -Be 46, 46
        (Get-FileHash $journal).Hash | Should -Be $before
    }

    It 'sends nothing to units that are as they were' {
        (Get-Written { Restore-LvxSettings 'sim:pair?set2=BulkVoltage:56' -Path $site -Confirm:$false -Debug }).Setters | Should -BeNullOrEmpty
    }

    It 'is <Error> when <Name>, and reaches no unit' -ForEach @(
        @{ Name = 'there is no such file'; Path = 'TestDrive:/none.yaml'; Error = 'FileNotReadable' }
        @{ Name = 'it is no baseline'; Path = 'TestDrive:/bad.yaml'; Error = 'BaselineInvalid' }
        @{ Name = 'it is on no drive of files'; Path = 'Env:/HOME'; Error = 'FileNotReadable' }
    ) {
        'no: baseline' | Set-Content TestDrive:/bad.yaml
        { Restore-LvxSettings /no/such/device -Path $path -Confirm:$false } | Should -Throw -ErrorId "$error,$id"
    }

    It 'is found under its singular name too' {
        (Get-Alias Restore-LvxSetting).ResolvedCommandName | Should -BeExactly 'Restore-LvxSettings'
    }
}
