using System.Globalization;
using System.Text.Json;
using Lvx.Cli.Output;
using Lvx.Core.Operations;
using Lvx.Core.Units;

namespace Lvx.Tests.Cli;

public sealed class EnergyVerbTests
{
    // The simulated units know the last 400 days.
    private static DateTime Today => DateTime.Now.Date;

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Periods_are_rows_and_units_and_their_sum_are_columns(int width)
    {
        Ran ran = Ran.Lvx(width, "energy", "--device", "sim:pair", "--total", "--day", "--last", "2", "--date", Iso(Today), "--sum");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal("", ran.Error);
        Assert.Equal("            lvx6048-1       lvx6048-2       sum", ran.Lines[0]);
        Assert.Equal("Device      sim:pair/1      sim:pair/2      2 units", ran.Lines[1]);
        Assert.Equal("Serial      96132206100001  96132206100002", ran.Lines[2]);
        Assert.Equal("PV energy         Wh              Wh              Wh", ran.Lines[3]);
        Assert.Matches(@"^Total       1\d{7}        1\d{7}        [23]\d{7}$", ran.Lines[4]);
        Assert.Matches($@"^{Iso(Today.AddDays(-1))}     \d{{5}}           \d{{5}}           \d{{5}}$", ran.Lines[5]);
        Assert.StartsWith(Iso(Today), ran.Lines[6], StringComparison.Ordinal);
        Assert.Equal(7, ran.Lines.Length);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void Nothing_is_wider_than_the_terminal(int width)
    {
        foreach (string device in (string[])["sim:pair", "sim:many=5"])
        {
            Ran ran = Ran.Lvx(width, "energy", "--device", device, "--day", "--last", "3", "--sum");

            Assert.All(ran.Lines, line => Assert.True(line.Length <= width, $"{line.Length}: {line}"));
            Assert.All(ran.Output, c => Assert.True(c is '\n' or (>= ' ' and <= '~'), $"not plain: {(int)c:x}"));
        }
    }

    [Fact]
    public void What_a_unit_does_not_know_is_two_dashes_null_and_empty_and_no_error()
    {
        string[] args = ["energy", "--device", "sim:single", "--year", "--date", "2011"];

        Ran table = Ran.Lvx(args);
        Assert.Equal((0, ""), (table.ExitCode, table.Error));
        Assert.Equal("2011       --", table.Lines[^1]);

        JsonElement json = Assert.Single(Ran.Lvx([.. args, "--json"]).Json.EnumerateArray());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("energy").ValueKind);
        Assert.Equal("2011", json.GetProperty("date").GetString());

        Assert.StartsWith("sim:single/1,lvx6048-1,96132206100001,1,Year,2011,,20", Ran.Lvx([.. args, "--csv"]).Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_an_array_of_flat_objects_with_the_sum_last()
    {
        JsonElement[] rows = [.. Ran.Lvx("energy", "--json", "--sum", "--device", "sim:pair").Json.EnumerateArray()];

        Assert.Equal(12, rows.Length);
        Assert.All(rows, row => Assert.Equal(
            ["device", "name", "serialNumber", "units", "period", "date", "energy", "timestamp"], row.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(["Total", "Year", "Month", "Day"], rows[..4].Select(row => row.GetProperty("period").GetString()));
        Assert.Equal("sum", rows[8].GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, rows[8].GetProperty("device").ValueKind);
        Assert.Equal(rows[0].GetProperty("energy").GetInt64() + rows[4].GetProperty("energy").GetInt64(), rows[8].GetProperty("energy").GetInt64());
        Assert.EndsWith("Z", rows[8].GetProperty("timestamp").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_has_a_line_of_names_and_quotes_what_has_a_comma()
    {
        string[] lines = Ran.Lvx("energy", "--csv", "--sum", "--total", "--device", "sim:single?misbehave=double@ET,padding@ID").Lines;

        Assert.Equal("device,name,serialNumber,units,period,date,energy,timestamp", lines[0]);
        Assert.StartsWith("\"sim:single/1?misbehave=double@ET,padding@ID\",lvx6048-1,96132206100001,1,Total,,1", lines[1], StringComparison.Ordinal);
        Assert.StartsWith(",sum,,1,Total,,1", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0")]
    [InlineData("+1", "'+1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("=1,2", "\"'=1,2\"")]
    [InlineData("\t=1", "\\x09=1")]
    [InlineData("lvx6048-1", "lvx6048-1")]
    public void Csv_has_no_formula_for_a_spreadsheet(string serial, string field)
    {
        var output = new StringWriter();
        EnergyCsv.Write(output, [new LvxEnergy(new UnitPort("sim:single/1", "lvx6048-1"), serial, new EnergySlot(EnergyPeriod.Total, default), 1, DateTime.UtcNow)]);

        Assert.Contains($",{field},1,Total,", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--date 2025", "Total 2025")]
    [InlineData("--date 2025-04", "Total 2025 2025-04")]
    [InlineData("--date 2025-04-26", "Total 2025 2025-04 2025-04-26")]
    [InlineData("--date 2025 --day --last 2", "2025-12-30 2025-12-31")]
    [InlineData("--date 2024-02 --day --last 2", "2024-02-28 2024-02-29")]
    [InlineData("--date 2025 --month --last 2", "2025-11 2025-12")]
    public void A_date_of_a_year_or_a_month_is_its_end(string options, string rows)
    {
        string[] lines = Ran.Lvx(["energy", "--device", "sim:single", .. options.Split(' ')]).Lines;

        Assert.Equal(rows.Split(' '), lines.Skip(4).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void A_unit_that_fails_is_an_error_and_the_sum_says_that_it_is_missing()
    {
        Ran ran = Ran.Lvx("energy", "--device", "sim:pair?misbehave1=silence", "--timeout", "0.3", "--total", "--sum");

        Assert.Equal(3, ran.ExitCode);
        Assert.StartsWith("lvx: sim:pair/1?misbehave1=silence: PI got no answer", ran.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("warning: The sum is without lvx6048-1 (sim:pair/1?misbehave1=silence), which failed.", ran.ErrorLines);
        Assert.Contains("1 unit", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void When_every_unit_fails_the_array_is_empty_and_there_is_no_table()
    {
        string[] args = ["energy", "--device", "sim:single?misbehave=silence", "--timeout", "0.3", "--sum"];

        Assert.Equal((3, 0), (Ran.Lvx([.. args, "--json"]).ExitCode, Ran.Lvx([.. args, "--json"]).Json.GetArrayLength()));
        Assert.Equal("", Ran.Lvx(args).Output);
    }

    [Theory]
    [InlineData("--date 1999", "1999", "another date")]
    [InlineData("--day --date 2100-01-01", "2100-01-01", "another date")]
    [InlineData("--year --last 101", "2000 to 2099", "another date")]
    [InlineData("--last 3", "--last", "--year, --month, --day")]
    [InlineData("--total --last 3", "--last", "--year, --month, --day")]
    [InlineData("--total --date 2026", "--date", "--year, --month, --day")]
    [InlineData("--date 26.4.2026", "--date takes a date such as 2026, 2026-04 or 2026-04-26", "lvx energy --help")]
    [InlineData("--date 2026-02-30", "--date takes a date", "lvx energy --help")]
    [InlineData("--day --last 0", "--last takes 1 to 400 periods", "lvx energy --help")]
    [InlineData("--day --last 401", "--last takes 1 to 400 periods", "lvx energy --help")]
    [InlineData("--json --csv", "--json and --csv exclude one another", "lvx energy --help")]
    public void Wrong_usage_is_one_line_and_a_next_step_and_exit_code_2_before_any_device_is_looked_for(string options, string what, string nextStep)
    {
        Ran ran = Ran.Lvx(["energy", "--device", "sim:single", "--frames", .. options.Split(' ')]);

        ran.Failed(2, what, nextStep);
        Assert.Equal("", ran.Output);
    }

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
