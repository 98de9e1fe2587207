# Help as PowerShell shows it, and every example of it, run as written.

BeforeDiscovery {
    # The rule for what a machine without inverters has not: these stand for one another in examples.
    $stands = [ordered]@{ '/dev/hidraw0' = 'sim:pair/1'; 'tcp://192.168.1.20:8899' = 'sim:pair/2' }

    function Get-AsRun([string] $Code) {
        foreach ($path in $stands.Keys) { $Code = $Code.Replace($path, $stands[$path]) }
        $Code
    }

    # Each with its line.
    function Get-ToldError([string] $Code) {
        $line = 0
        foreach ($text in $Code.Split("`n")) {
            $line++
            if ($text -match '# error: (?<id>\w+)') { "line ${line}: $($Matches.id)" }
        }
    }

    $root = Resolve-Path "$PSScriptRoot/../.."
    $pages = Get-ChildItem "$root/docs/en-US/*.md"
    $cmdlets = @($pages.BaseName.ForEach({ @{ Name = $_ } }))
    $examples = foreach ($page in $pages) {
        $text = Get-Content $page -Raw
        foreach ($match in [regex]::Matches($text, '(?m)^### (?<title>Example \d+: .*)\n\n```powershell\n(?<code>[^`]*(?:`(?!``)[^`]*)*)```\n(?:\n```output\n(?<output>[^`]*)```\n)?')) {
            @{
                Name   = $page.BaseName
                Title  = $match.Groups['title'].Value
                Code   = Get-AsRun $match.Groups['code'].Value
                Output = $match.Groups['output'].Value
                # What an example says of itself in a comment: which errors it shows, and that somebody has to end it.
                Errors = @(Get-ToldError $match.Groups['code'].Value)
                Ends   = $match.Groups['code'].Value -notmatch '# (until Ctrl\+C|q ends it)'
            }
        }
    }
    # The lines that are typed in a topic belong together.
    $topics = foreach ($file in Get-ChildItem "$root/module/en-US/about_*.help.txt") {
        $typed = (Get-Content $file) -match '^ +PS> '
        @{ Name = $file.Name -replace '\.help\.txt$'; Path = $file.FullName; Code = Get-AsRun (($typed -replace '^ +PS> ') -join "`n"); Errors = @(Get-ToldError ($typed -join "`n")) }
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $pageFolder = "$PSScriptRoot/../../docs/en-US"
    $common = [Management.Automation.Cmdlet]::CommonParameters

    function Get-HelpText([string] $Name, [string] $View) {
        $show = @{ $View = $true }
        Get-Help $Name @show | Out-String -Width 80
    }

    function Get-Squeezed([string] $Text) { $Text -replace '\s+', ' ' -replace '^ | $' }
}

Describe 'Help' {
    It 'has a page for every cmdlet, and no other' {
        (Get-ChildItem "$pageFolder/*.md").BaseName | Sort-Object | Should -Be ((Get-Command -Module LvxPS -CommandType Cmdlet).Name | Sort-Object)
    }

    It 'of <Name> has every part' -ForEach $cmdlets {
        $help = Get-Help $name
        $help.Name | Should -BeExactly $name
        $help.Synopsis.Trim() | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -BeLike "*$name*" -Because 'a synopsis that PowerShell makes is the syntax'
        $help.description.Text.Trim() | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterOrEqual 3
        $help.alertSet | Should -Not -BeNullOrEmpty
        $help.relatedLinks.navigationLink.linkText | Should -Not -BeNullOrEmpty
        Get-HelpText $name Full | Should -Not -BeLike '*{{*'
    }

    It 'of <Name> describes every parameter as PowerShell has it' -ForEach $cmdlets {
        $command = Get-Command $name
        $syntax = $command.ParameterSets.Parameters
        $told = @(Get-Help $name -Parameter *)
        foreach ($parameter in $command.Parameters.Values.Where({ $_.Name -notin $common })) {
            $help = $told.Where({ $_.name -eq $parameter.Name })
            $help.Count | Should -Be 1
            $help = $help[0]
            $because = "it is -$($parameter.Name)"
            $help.description.Text | Should -Not -BeNullOrEmpty -Because $because
            $attributes = @($parameter.Attributes.Where({ $_ -is [Parameter] }))
            $places = @($syntax.Where({ $_.Name -eq $parameter.Name }))
            $help.required | Should -Be "$($places[0].IsMandatory)" -Because $because
            $help.position | Should -Be ($places[0].Position -lt 0 ? 'named' : "$($places[0].Position)") -Because $because
            $help.aliases | Should -Be ($parameter.Aliases.Count -eq 0 ? 'none' : $parameter.Aliases -join ', ') -Because $because
            $help.globbing | Should -Be "$($parameter.Attributes.TypeId -contains [SupportsWildcards])" -Because $because
            $taken = @(if ($attributes.ValueFromPipeline -contains $true) { 'ByValue' }; if ($attributes.ValueFromPipelineByPropertyName -contains $true) { 'ByPropertyName' })
            $help.pipelineInput | Should -Be ($taken.Count -eq 0 ? 'False' : "True ($($taken -join ', '))") -Because $because
        }

        (Get-Help $name -Parameter $told[0].name).name | Should -BeExactly $told[0].name
        $told.name | Sort-Object | Should -Be ($command.Parameters.Keys.Where({ $_ -notin $common }) | Sort-Object)
    }

    It 'of <Name> shows the syntax that PowerShell has' -ForEach $cmdlets {
        $page = Get-Content "$pageFolder/$name.md" -Raw
        $section = [regex]::Match($page, '(?s)## SYNTAX\n(.*?)\n## DESCRIPTION').Groups[1].Value
        $written = [regex]::Matches($section, '(?s)```\n(.*?)```').ForEach({ Get-Squeezed $_.Groups[1].Value })
        $written | Should -Be (Get-Command $name).ParameterSets.ForEach({ Get-Squeezed "$name $_" })
    }

    It 'of <Name> fits into 80 columns, and breaks no word' -ForEach $cmdlets {
        foreach ($view in 'Full', 'Examples', 'Detailed') {
            Get-Longest (Get-HelpText $name $view) | Should -BeLessOrEqual 80
        }

        # Under the invariant culture PowerShell breaks longer lines in the middle of words.
        $help = Get-Help $name
        $texts = @($help.description.Text; $help.parameters.parameter.description.Text; $help.returnValues.returnValue.description.Text; $help.alertSet.alert.Text; $help.examples.example.remarks.Text)
        foreach ($text in $texts) { Get-Longest "$text" | Should -BeLessOrEqual 72 }
        foreach ($code in $help.examples.example.code) { Get-Longest "$code" | Should -BeLessOrEqual 76 }
    }

    It 'is found in another language too' {
        $thread = [Threading.Thread]::CurrentThread
        $kept = $thread.CurrentUICulture
        try {
            $thread.CurrentUICulture = 'de-DE'
            (Get-Help Get-LvxStatus).Synopsis | Should -BeLike 'Reads the state*'
        }
        finally {
            $thread.CurrentUICulture = $kept
        }
    }

    It 'tells of every topic that it points to' {
        foreach ($command in Get-Command -Module LvxPS -CommandType Cmdlet) {
            foreach ($link in (Get-Help $command.Name).relatedLinks.navigationLink.linkText) {
                Get-Help $link -ErrorAction Stop | Should -Not -BeNullOrEmpty -Because "$($command.Name) points to $link"
            }
        }
    }
}

Describe 'The topic <Name>' -ForEach $topics {
    It 'is found by Get-Help' {
        $help = Get-Help $name -ErrorAction Stop
        "$help" | Should -BeExactly (Get-Content $path -Raw)
        (Get-Help about_LvxPS* | Where-Object Name -eq $name).Synopsis | Should -Not -BeNullOrEmpty
    }

    It 'has its parts, in 78 columns' {
        $text = Get-Content $path -Raw
        foreach ($part in 'TOPIC', 'SHORT DESCRIPTION', 'LONG DESCRIPTION', 'EXAMPLES', 'SEE ALSO') {
            $text | Should -MatchExactly "(?m)^$part`$"
        }

        Get-Longest $text | Should -BeLessOrEqual 78
        $text | Should -Not -Match "[^\x00-\x7F°]"
        $text | Should -Not -Match '\{\{'
    }
}

Describe 'What stands in help' {
    BeforeAll {
        $kept = @{}
        foreach ($variable in 'PATH', 'FAKE_SYSTEMD', 'LVXPS_RUN', 'LVXPS_SITE', 'LVXPS_LOCK_SCOPE', 'XDG_STATE_HOME', 'XDG_CONFIG_HOME') {
            $kept[$variable] = [Environment]::GetEnvironmentVariable($variable)
        }

        $site = "$TestDrive/site.yaml"
        @'
schema: lvxps-site/1
name: Home
units:
  - { name: lvx6048-1, serial: "96132206100001", link: "sim:pair/1", instance: 0 }
  - { name: lvx6048-2, serial: "96132206100002", link: "sim:pair/2", instance: 1 }
services: [powermon, powermon2]
'@ | Set-Content $site
        New-Item -ItemType Directory "$TestDrive/bin", "$TestDrive/systemd" | Out-Null
        New-Item -ItemType SymbolicLink "$TestDrive/bin/systemctl" -Target (Resolve-Path "$PSScriptRoot/../fixtures/systemctl") | Out-Null
        'powermon', 'powermon2' | ForEach-Object { 'active' | Set-Content "$TestDrive/systemd/$_" }
        $env:PATH = "$TestDrive/bin:$env:PATH"
        $env:FAKE_SYSTEMD = "$TestDrive/systemd"
        $env:LVXPS_SITE = $site
        $env:LVXPS_LOCK_SCOPE = [guid]::NewGuid()

        # Runs lines as a person would who answers yes, in a folder and a session of their own.
        function Invoke-Line([string] $Code, [bool] $Ends = $true) {
            $folder = New-Item -ItemType Directory "$TestDrive/$([guid]::NewGuid())"
            Use-TestState "$folder/state"
            $env:LVXPS_RUN = "$folder/run"
            $env:XDG_CONFIG_HOME = "$folder/config"
            New-Item -ItemType Directory "$folder/here" | Out-Null
            $session = [powershell]::Create()
            try {
                $session.AddScript("Import-Module '$manifest'; Set-Location '$folder/here'; `$ConfirmPreference = 'None'").Invoke() | Out-Null
                $session.Commands.Clear()
                $output = [Management.Automation.PSDataCollection[psobject]]::new()
                $run = $session.AddScript($Code).BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
                $ended = $run.AsyncWaitHandle.WaitOne($Ends ? 60000 : 1500)
                if ($ended) { $session.EndInvoke($run) } else { $session.Stop() }
                [pscustomobject]@{
                    Ended  = $ended
                    Output = ($output | Out-String -Width 80) -replace '(?m) +$'
                    # Several units may say the same.
                    Errors = @($session.Streams.Error.ForEach({ "line $($_.InvocationInfo.ScriptLineNumber): $($_.FullyQualifiedErrorId -replace ',.*')" }) | Select-Object -Unique)
                    Said   = "$($session.Streams.Error)"
                    Folder = "$folder/here"
                }
            }
            finally {
                $session.Dispose()
            }
        }
    }

    AfterAll {
        $kept.Keys.ForEach({ [Environment]::SetEnvironmentVariable($_, $kept[$_]) })
    }

    It 'runs as written: <Name>, <Title>' -ForEach $examples {
        $run = Invoke-Line $code $ends
        $run.Ended | Should -Be $ends
        $run.Errors | Should -Be $errors -Because $run.Said
        if ($output) {
            $run.Output.Trim("`n") | Should -BeExactly $output.Trim("`n")
        }
    }

    It 'runs as written: <Name>' -ForEach $topics {
        $run = Invoke-Line $code
        $run.Ended | Should -BeTrue
        $run.Errors | Should -Be $errors -Because $run.Said
    }
}
