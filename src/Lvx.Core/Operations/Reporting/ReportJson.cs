using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lvx.Core.Operations.Reporting;

/// <summary>The data of a report for programs: camelCase names, numbers as numbers, no value is null, in one fixed order.</summary>
internal static class ReportJson
{
    private const string Format = "lvxps-report/1";

    public static string Write(ReportModel model, Func<string, string> hide)
    {
        using var buffer = new MemoryStream();
        // The usual encoder leaves no <, > or & in it, wherever it is put.
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            new Writer(json, hide).Write(model);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private sealed class Writer(Utf8JsonWriter json, Func<string, string> hide)
    {
        public void Write(ReportModel model)
        {
            ReportOptions options = model.Options;
            var verdict = ReportVerdict.Of(model);
            json.WriteStartObject();
            Member("format", Format);
            Member("tool", model.Tool);
            Member("time", model.Time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
            Member("zone", model.Zone);
            Member("site", options.Site);
            Member("operator", options.Operator);
            Member("purpose", options.Purpose);
            Member("redacted", options.Redact);
            Member("bankAmpereHours", options.BankAmpereHours);
            Member("inSync", verdict.Defects.Count == 0);
            Member("verdict", verdict.Text);
            Array("defects", verdict.Defects, Defect);
            Array("warnings", verdict.Warnings, Defect);
            Array("units", model.Surveys, Unit);
            Array("unreachable", model.Unreachable, unit => Object(() =>
            {
                Member("name", unit.Name);
                Member("device", unit.Device);
                Member("error", unit.Error.ToString());
                Member("message", unit.Message);
            }));
            Array("checks", model.Sync.Checks, Check);
            Array("readings", model.Readings.SelectMany(reading => reading.Units), Reading);
            var history = ReportHistory.Of(model);
            Array("changes", history.Settings, changed => Object(() =>
            {
                Member("unit", changed.Unit.Port.Name);
                Member("setting", changed.Setting.Name);
                Member("asFound", changed.Found);
                Member("requested", changed.Requested);
                Member("asLeft", changed.Left);
                Member("result", changed.Result);
            }));
            Array("writes", history.Writes, write => Object(() =>
            {
                Member("time", ReportText.Time(write.Time));
                Member("serialNumber", write.SerialNumber);
                Member("setting", write.Setting);
                Member("from", write.From);
                Member("to", write.To);
                Member("setter", write.Frame);
                Member("outcome", write.Outcome);
                Member("readBack", write.ReadBack);
            }));
            json.WriteEndObject();
        }

        private void Defect(ReportDefect defect) => Object(() =>
        {
            Member("title", defect.Title);
            Member("explanation", defect.Explanation);
            Member("nextStep", defect.NextStep);
        });

        private void Unit(UnitSurvey unit) => Object(() =>
        {
            Member("name", unit.Port.Name);
            Member("device", unit.Port.Device);
            Member("serialNumber", unit.SerialNumber);
            Member("model", unit.Model);
            Member("mainFirmware", unit.Settings?.MainFirmware);
            Member("slave1Firmware", unit.Settings?.Slave1Firmware);
            Member("slave2Firmware", unit.Settings?.Slave2Firmware);
            json.WritePropertyName("settings");
            Object(() =>
            {
                foreach (LvxSetting setting in unit.Settings?.Settings ?? [])
                {
                    Member(JsonNamingPolicy.CamelCase.ConvertName(setting.Name), setting.Value);
                }
            });
            json.WritePropertyName("energyWattHours");
            Object(() =>
            {
                Member("day", unit.Energy.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                Member("total", unit.Energy.Total);
                Member("year", unit.Energy.Year);
                Member("month", unit.Energy.Month);
                Member("today", unit.Energy.Today);
            });
            json.WritePropertyName("raw");
            Object(() =>
            {
                foreach ((string question, string answer) in unit.Settings?.Raw.ToArray() ?? [])
                {
                    Member(question, answer);
                }
            });
        });

        private void Check(LvxSyncCheck check) => Object(() =>
        {
            Member("name", check.Name);
            Member("outcome", check.Outcome.ToString());
            Member("expected", check.Expected);
            Member("actual", check.Actual);
            Member("spread", check.Spread);
            Member("tolerance", check.Tolerance);
            Member("unit", check.Unit);
            Member("explanation", check.Explanation);
            Member("nextStep", check.NextStep);
        });

        private void Reading(LvxStatus unit) => Object(() =>
        {
            Member("time", ReportText.Time(unit.Timestamp));
            Member("unit", unit.Name);
            Member("mode", PlainValue.Of(unit.Mode));
            Member("fault", unit.Fault?.Code);
            Member("warnings", unit.Warnings is null ? null : string.Join(", ", unit.Warnings));
            foreach (Quantity quantity in Quantity.All)
            {
                Member(JsonName(quantity), quantity.Of(unit));
            }
        });

        /// <summary><c>batteryVoltageV</c>, <c>loadPowerW</c>, <c>loadPercent</c>.</summary>
        private static string JsonName(Quantity quantity)
        {
            string[] words = quantity.Label.Split(' ');
            string symbol = quantity.Unit switch { "%" => "Percent", "°C" => "Celsius", _ => quantity.Unit };
            return string.Concat(words.Select((word, index) => index == 0 ? word.ToLowerInvariant() : $"{char.ToUpperInvariant(word[0])}{word[1..]}")) + symbol;
        }

        private void Object(Action members)
        {
            json.WriteStartObject();
            members();
            json.WriteEndObject();
        }

        private void Array<T>(string name, IEnumerable<T> items, Action<T> write)
        {
            json.WriteStartArray(name);
            foreach (T item in items)
            {
                write(item);
            }

            json.WriteEndArray();
        }

        private void Member(string name, object? value)
        {
            json.WritePropertyName(hide(name));
            switch (value)
            {
                case null:
                    json.WriteNullValue();
                    break;
                case bool yes:
                    json.WriteBooleanValue(yes);
                    break;
                case decimal number:
                    json.WriteNumberValue(number);
                    break;
                case int number:
                    json.WriteNumberValue(number);
                    break;
                case long number:
                    json.WriteNumberValue(number);
                    break;
                default:
                    json.WriteStringValue(hide(value.ToString()!));
                    break;
            }
        }
    }
}
