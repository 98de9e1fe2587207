BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    Import-TestedModule | Out-Null
}

Describe 'What fails' {
    It '<misbehaviour> is <error>, <category>' -ForEach @(
        @{ Misbehaviour = 'silence@GS'; Error = 'DeviceTimeout'; Category = 'OperationTimeout'; Step = '*firmware may not know*' }
        @{ Misbehaviour = 'late=60@GS'; Error = 'DeviceTimeout'; Category = 'OperationTimeout'; Step = '*unit is on*' }
        @{ Misbehaviour = 'bad-crc@GS'; Error = 'AnswerDamaged'; Category = 'InvalidData'; Step = '*cable*' }
        @{ Misbehaviour = 'truncate@GS'; Error = 'AnswerDamaged'; Category = 'InvalidData'; Step = '*cable*' }
        @{ Misbehaviour = 'other@GS'; Error = 'AnswerUnexpected'; Category = 'InvalidData'; Step = '*no other program*' }
        @{ Misbehaviour = 'refuse@GS'; Error = 'QueryRefused'; Category = 'DeviceError'; Step = '*firmware*' }
        @{ Misbehaviour = 'unplug=60@GS'; Error = 'DeviceLost'; Category = 'ConnectionError'; Step = '*cable*' }
    ) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Get-LvxStatus "sim:single?misbehave=$misbehaviour" -TimeoutSeconds 1 -ErrorVariable failure -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 15
        $failure.Count | Should -Be 1
        $failure[0].FullyQualifiedErrorId | Should -BeExactly "$error,LvxPS.Commands.GetLvxStatusCommand"
        $failure[0].CategoryInfo.Category | Should -Be $category
        $failure[0].TargetObject | Should -Be "sim:single/1?misbehave=$misbehaviour"
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike $step
        "$($failure[0])" | Should -BeLike "sim:single/1*: *"
        $failure[0].Exception.GetType().FullName | Should -Be 'Lvx.Core.LvxException'
    }

    It 'names the question that failed and the cause' {
        Get-LvxStatus 'sim:single?misbehave=bad-crc@MOD' -TimeoutSeconds 2 -ErrorVariable failure -ErrorAction SilentlyContinue
        "$($failure[0])" | Should -BeLike '*: MOD got only damaged answers: the checksum was wrong 3 times*'
    }

    It 'says that there is no such device: <_>' -ForEach '/dev/hidraw987654', '/no/such/node' {
        Get-LvxStatus $_ -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'DeviceNotFound,*'
        $failure[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failure[0].TargetObject | Should -Be $_
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*sim:pair*'
    }

    It 'says that nobody listens at a TCP address' {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $listener.Stop()
        Get-LvxStatus "tcp://127.0.0.1:$port" -TimeoutSeconds 2 -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'DeviceNotFound,*'
    }

    It 'says that this is no form of a device: <_>' -ForEach 'foo:bar', 'sim:trio', 'tcp://nowhere', 'hidraw0' {
        { Get-LvxStatus $_ } | Should -Throw -ErrorId 'DeviceUnsupported,LvxPS.Commands.GetLvxStatusCommand'
    }

    It 'says that a file is no device, and leaves it alone' {
        'mine' | Set-Content TestDrive:/file
        Get-LvxStatus "$TestDrive/file" -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'DeviceUnsupported,*'
        $failure[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        Get-Content TestDrive:/file | Should -Be 'mine'
    }

    It 'refuses a unit that speaks PI<_>' -ForEach '17', '30' {
        Get-LvxStatus (New-Recording "$TestDrive/pi$_.log" 'PI', $_, 'PI', $_) -ErrorVariable failure -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'NotPi18,*'
        $failure[0].CategoryInfo.Category | Should -Be 'DeviceError'
        "$($failure[0])" | Should -BeLike "*says $_*"
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*PI17*'
    }

    It 'says when nothing is plugged in, what was looked for and what to try' {
        if (Get-ChildItem /sys/class/hidraw/*/device/uevent -ErrorAction Ignore | Select-String -Quiet 'HID_ID=.*0665:.*5161') {
            Set-ItResult -Skipped -Because 'an inverter is plugged into this machine'
        }

        $failure = { Get-LvxStatus } | Should -Throw -ErrorId 'DeviceNotFound,LvxPS.Commands.GetLvxStatusCommand' -PassThru
        "$failure" | Should -BeLike '*0665:5161*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*sim:pair*'
    }

    It 'says that a transcript cannot be written, and asks nothing' {
        $failure = { Get-LvxStatus sim:pair -TranscriptPath "$TestDrive/no/such/folder.log" } |
            Should -Throw -ErrorId 'FileNotWritable,LvxPS.Commands.GetLvxStatusCommand' -PassThru
        $failure.CategoryInfo.Category | Should -Be 'WriteError'
    }

    It 'says that a transcript cannot be written to <_>, which has no files, and asks nothing' -ForEach 'Env:/talk.log', 'nosuchdrive:/talk.log' {
        $failure = { Get-LvxStatus sim:pair -TranscriptPath $_ } | Should -Throw -ErrorId 'FileNotWritable,LvxPS.Commands.GetLvxStatusCommand' -PassThru
        "$failure" | Should -BeLike "$_*"
        'talk.log' | Should -Not -Exist
    }

    It 'has one of these ids, each with a category of its own choice' {
        $ids = [Enum]::GetNames([Lvx.Core.LvxError])
        $ids | Should -Be @(
            'DeviceNotFound', 'DeviceUnsupported', 'AccessDenied', 'DeviceInUse', 'DeviceTimeout', 'DeviceLost', 'NotPi18', 'AnswerDamaged'
            'AnswerUnexpected', 'QueryRefused', 'UnitChanged', 'LinkReadOnly', 'QueryInvalid', 'ReplayFailed', 'FileNotWritable', 'FileExists'
            'FileNotReadable', 'BaselineInvalid', 'ProfileInvalid', 'ProfileNotFound', 'NothingToCompare', 'SiteIncomplete', 'ModuleIncomplete'
            'UnitNameless', 'UnitInFault', 'ChangeInvalid', 'SetterRefused', 'SettingReverted', 'SettingUnknown', 'SettingStray', 'RollbackFailed'
            'NothingToUndo', 'ArgumentInvalid', 'JournalNotWritable', 'JournalNotReadable', 'SiteInvalid', 'FileNotTrusted', 'NameTaken', 'ServiceFailed'
            'MaintenanceUnderWay')
        $records = (Get-Command Get-LvxStatus).ImplementingType.Assembly.GetType('LvxPS.Hosting.ErrorRecords').GetMethod('From')
        foreach ($id in $ids) {
            $failure = $records.Invoke($null, @([Lvx.Core.LvxException]::new($id, 'device', 'what', 'next step', $null), $null))
            $failure.FullyQualifiedErrorId | Should -BeExactly $id
            $failure.CategoryInfo.Category | Should -Not -Be 'NotSpecified' -Because $id
            $failure.ErrorDetails.RecommendedAction | Should -BeExactly 'next step'
        }
    }

    It 'says that a recording does not fit what is asked' {
        Get-LvxStatus sim:single -TranscriptPath TestDrive:/talk.log | Out-Null
        Invoke-LvxQuery "replay:$TestDrive/talk.log" GS -ErrorVariable failure -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'ReplayFailed,*'
        { Get-LvxStatus "replay:$TestDrive/none.log" } | Should -Throw -ErrorId 'ReplayFailed,*'
    }

    Context 'one of several' {
        It 'does not hide the other, and stands in its place' -ForEach @(
            @{ Bad = 1; First = 'ErrorRecord'; Second = 'LvxStatus' }
            @{ Bad = 2; First = 'LvxStatus'; Second = 'ErrorRecord' }
        ) {
            $all = @(Get-LvxStatus "sim:pair?misbehave$bad=silence" -TimeoutSeconds 0.4 2>&1)
            $all.ForEach({ $_.GetType().Name }) | Should -Be $first, $second
        }

        It 'ends the pipeline with -ErrorAction Stop' {
            { Get-LvxStatus 'sim:pair?misbehave1=silence' -TimeoutSeconds 0.4 -ErrorAction Stop } | Should -Throw -ErrorId 'DeviceTimeout,*'
        }

        It 'is tried anew with -Interval, and comes back' {
            $all = @(Get-LvxStatus 'sim:pair?misbehave1=bad-crc@GS*3' -Interval 0.05 -Count 2 -TimeoutSeconds 5 2>&1)
            $all.ForEach({ $_ -is [Management.Automation.ErrorRecord] ? 'failed' : $_.Name }) | Should -Be 'failed', 'lvx6048-2', 'lvx6048-1', 'lvx6048-2'
        }
    }

    It 'leaves out what a unit refuses to tell, with a warning' {
        $status = Get-LvxStatus 'sim:single?misbehave=refuse@FWS' -WarningVariable warning -WarningAction SilentlyContinue
        $status.Fault | Should -BeNullOrEmpty
        $status.Warnings | Should -BeNullOrEmpty
        $status.BatteryVoltage | Should -Be 55.1
        $warning.Count | Should -Be 1
        "$warning" | Should -BeLike '*FWS was refused*'
    }

    It 'shows escape sequences that a device sent, and does not obey them' {
        $escape = [char]27
        $device = New-Recording "$TestDrive/escape.log" 'PI', "18$escape[2J", 'PI', "18$escape[2J"
        Get-LvxStatus $device -TimeoutSeconds 1 -ErrorVariable failure -ErrorAction SilentlyContinue
        "$($failure[0])" | Should -Not -BeLike "*$escape*"
        $device = New-Recording "$TestDrive/serial.log" 'PI', '18', 'ID', "14961322$escape[31m010000000"
        Get-LvxStatus $device -SerialNumber 1 -ErrorVariable failure -ErrorAction SilentlyContinue
        "$($failure[0])" | Should -BeLike '*seen: 961322\x1b`[31m010.'
        "$($failure[0])" | Should -Not -BeLike "*$escape*"
    }
}
