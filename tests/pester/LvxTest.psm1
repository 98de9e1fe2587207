# What the tests share: the module under test, units served by `lvx simulate`, and conversations written by hand.

# The module as it was staged; a folder with versions in it, or a manifest.
function Import-TestedModule {
    $path = $env:LVXPS_MODULE ? $env:LVXPS_MODULE : (Join-Path $PSScriptRoot '../../output/LvxPS')
    Import-Module $path -Global -Force -ErrorAction Stop
    (Get-Module LvxPS).Path | Split-Path | Join-Path -ChildPath LvxPS.psd1
}

function Get-LvxDll {
    if ($env:LVXPS_CLI) {
        return $env:LVXPS_CLI
    }

    Get-ChildItem (Join-Path $PSScriptRoot '../../src/Lvx.Cli/bin/*/net10.0/lvx.dll') |
        Sort-Object LastWriteTime | Select-Object -Last 1 -ExpandProperty FullName
}

# Starts `lvx simulate` with these arguments, and says under which devices its units are to be found.
function Start-ServedUnit([string[]] $Argument) {
    $start = [Diagnostics.ProcessStartInfo]::new($env:DOTNET_HOST_PATH ? $env:DOTNET_HOST_PATH : 'dotnet')
    @(Get-LvxDll; 'simulate'; $Argument) | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $devices = while ($true) {
        $line = $process.StandardOutput.ReadLineAsync()
        if (-not $line.Wait(60000) -or $null -eq $line.Result -or $line.Result -like 'Serving*') {
            break
        }

        if ($line.Result -match '^unit \d+: --device (?<device>.+)$') {
            $Matches.device
        }
    }

    [pscustomobject]@{ Process = $process; Device = @($devices) }
}

function Stop-ServedUnit($Served) {
    if ($Served -and -not $Served.Process.HasExited) {
        $Served.Process.Kill($true)
        $Served.Process.WaitForExit()
    }
}

# A frame, its checksum worked out here and not by what is tested.
function Get-Frame([char] $Kind, [string] $Body) {
    [byte[]] $bytes = [Text.Encoding]::Latin1.GetBytes(('^{0}{1:000}{2}' -f $Kind, ($Body.Length + 3), $Body))
    $crc = 0
    foreach ($byte in $bytes) {
        $crc = $crc -bxor ([int]$byte -shl 8)
        foreach ($bit in 1..8) {
            $crc = ($crc -band 0x8000) ? ((($crc -shl 1) -bxor 0x1021) -band 0xFFFF) : ($crc -shl 1)
        }
    }

    $ends = ($crc -shr 8), ($crc -band 0xFF) | ForEach-Object { $_ -in 0x28, 0x0D, 0x0A ? $_ + 1 : $_ }
    [byte[]]($bytes + $ends + 0x0D)
}

# A recording of a conversation: question, answer, question, answer, ...
function New-Recording([string] $Path, [string[]] $Talk) {
    $time = '2026-04-26T12:00:00.000000Z'
    @(
        '# lvxps transcript 1'
        "$time`tunit`t=`t`t"
        for ($i = 0; $i -lt $Talk.Count; $i += 2) {
            "$time`tunit`t>`t$([Convert]::ToHexString((Get-Frame P $Talk[$i])))`t"
            "$time`tunit`t<`t$([Convert]::ToHexString((Get-Frame D $Talk[$i + 1])))`t"
        }
    ) | Set-Content $Path
    "replay:$Path"
}

# What a unit says when its status is read; each answer can be told otherwise.
function Get-StatusTalk([hashtable] $Answer = @{}) {
    $usual = [ordered]@{
        PI   = '18'
        ID   = '1496132206100001000000'
        VFW  = '06306,06126,00000'
        PIRI = '1200,500,1200,600,500,6000,6000,480,480,540,480,564,540,2,030,060,0,1,0,9,0,0,1,0,2,00'
        GS   = '0000,000,1201,600,0000,0000,000,551,551,551,000,055,096,041,039,038,1600,1520,2101,2089,0,2,2,0,1,0,0,0'
        MOD  = '06'
        FWS  = '00,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0'
    }
    foreach ($question in $usual.Keys) {
        $question
        $Answer.ContainsKey($question) ? $Answer[$question] : $usual[$question]
    }
}

# All values of a status, each as invariant text, but for the time.
function Get-StatusText($Status) {
    $Status.psobject.Properties | Where-Object Name -ne Timestamp | ForEach-Object {
        '{0}={1}' -f $_.Name, ($_.Value -is [Collections.IEnumerable] -and $_.Value -isnot [string] ? ($_.Value -join ',') : [Convert]::ToString($_.Value, [cultureinfo]::InvariantCulture))
    }
}

# What a unit says when all its settings are read.
function Get-SettingsTalk([hashtable] $Answer = @{}) {
    $usual = [ordered]@{
        PI      = '18'
        ID      = '1496132206100001000000'
        VFW     = '06306,06126,00000'
        PIRI    = '1200,500,1200,600,500,6000,6000,480,480,540,480,564,540,2,030,060,0,1,0,9,0,0,1,0,2,00'
        MCHGCR  = '010,020,030,040,050,060,070,080'
        DI      = '1200,600,0,408,540,564,460,540,060,30,0,0,1,0,0,0,1,0,0,1,1,0,1,1'
        MUCHGCR = '002,010,020,030,040,050,060,070,080'
        ACCT    = '0000,0000'
        FLAG    = '1,0,1,0,0,1,1,1,0'
        ACLT    = '0000,0000'
    }
    foreach ($question in $usual.Keys) {
        $question
        $Answer.ContainsKey($question) ? $Answer[$question] : $usual[$question]
    }
}

# All of some settings, as invariant text: every property but those named, each single setting with all of its own, defaults and raw answers.
function Get-SettingsText($Settings, [string[]] $Without = @()) {
    foreach ($property in $Settings.psobject.Properties.Where({ $_.Name -notin $Without })) {
        $text = switch ($property.Value) {
            { $_ -is [Collections.IDictionary] } { $table = $_; ($table.Keys | ForEach-Object { "$_=$($table[$_])" }) -join ';' }
            { $_ -is [datetime] } { $_.ToString('O', [cultureinfo]::InvariantCulture) }
            default { [Convert]::ToString($_, [cultureinfo]::InvariantCulture) }
        }
        if ($property.Name -eq 'Settings') {
            $text = foreach ($setting in $property.Value) {
                $setting.psobject.Properties.ForEach({ '{0}:{1}:{2}' -f $_.Name, [Convert]::ToString($_.Value, [cultureinfo]::InvariantCulture), $_.Value?.GetType() }) -join ' '
            }
        }

        '{0}={1}' -f $property.Name, ($text -join ',')
    }
}

# The length of the longest line.
function Get-Longest([string] $Text) {
    $Text.Split("`n").ForEach({ $_.TrimEnd().Length }) | Sort-Object | Select-Object -Last 1
}

# Simulated units need no settling time, and tests no state of the person who runs them.
function Use-TestState([string] $Folder, [double] $SettleSeconds = 0.01) {
    $env:XDG_STATE_HOME = $Folder
    (Get-Command Get-LvxStatus).ImplementingType.Assembly.GetType('LvxPS.Hosting.RunspaceState').
        GetProperty('SettleTime', [Reflection.BindingFlags]'Static, NonPublic').SetValue($null, [timespan]::FromSeconds($SettleSeconds))
}

# What a command wrote into its streams, with the setters that were sent, each without length and checksum, in order.
function Get-Written([scriptblock] $Command) {
    $all = @(& $Command 2>&1 3>&1 5>&1 6>&1)
    [pscustomobject]@{
        Receipt = @($all.Where({ $_ -is [Lvx.Core.Operations.LvxSettingChange] }))
        Setters = @($all.Where({ $_ -is [Management.Automation.DebugRecord] }).ForEach({ if ("$_" -match ' > \^S(\d{3})(.+)$') { $Matches[2].Substring(0, [int]$Matches[1] - 3) } }))
        Frames  = @($all.Where({ $_ -is [Management.Automation.DebugRecord] -and "$_" -match ' > \^P' })).Count
        Errors  = @($all.Where({ $_ -is [Management.Automation.ErrorRecord] }))
        Warned  = @($all.Where({ $_ -is [Management.Automation.WarningRecord] }).ForEach({ "$_" }))
        Told    = @($all.Where({ $_ -is [Management.Automation.InformationRecord] }).ForEach({ "$_" }))
        Rest    = @($all.Where({ $_ -is [Lvx.Core.Operations.LvxSettings] }))
    }
}

# The line after "To bring them back: " or "To set it: ", invoked as it stands but for the question whether to write.
function Invoke-ToldLine([string] $Line) {
    Invoke-Expression "$($Line -replace '^To [a-z ]+: ', '') -Confirm:`$false 6>`$null"
}

Export-ModuleMember -Function *-*
