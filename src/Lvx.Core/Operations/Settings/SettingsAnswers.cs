using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>What a unit answered about its settings. All a baseline holds is in these, so that what is read back is the very same.</summary>
/// <param name="Rated">PIRI: the twelve, machine type, output mode.</param>
/// <param name="Defaults">DI; no value when the unit does not answer that.</param>
/// <param name="TotalCurrents">MCHGCR; no value when the unit does not answer that.</param>
/// <param name="AcCurrents">MUCHGCR; no value when the unit does not answer that.</param>
/// <param name="Flags">FLAG; no value when not asked or not answered.</param>
/// <param name="AcCharge">ACCT; no value when not asked or not answered.</param>
/// <param name="AcLoad">ACLT; no value when not asked or not answered.</param>
/// <param name="Firmware">VFW; no value when not asked or not answered.</param>
internal sealed record SettingsAnswers(
    RatedInformation Rated,
    DefaultSettings? Defaults = null,
    ChargeCurrents? TotalCurrents = null,
    ChargeCurrents? AcCurrents = null,
    SwitchFlags? Flags = null,
    TimeWindow? AcCharge = null,
    TimeWindow? AcLoad = null,
    Firmware? Firmware = null)
{
    /// <summary>The answers that stand in <paramref name="raw"/>, by question.</summary>
    /// <param name="raw">Bodies of answers by question.</param>
    /// <param name="problem">Which of them is none of its question, or missing; null when all is well.</param>
    public static SettingsAnswers? Decode(IReadOnlyDictionary<string, string> raw, out string? problem)
    {
        string? wrong = null;
        TAnswer? Find<TAnswer>(Query<TAnswer> query)
            where TAnswer : Answer
        {
            if (!raw.TryGetValue(query.Command, out string? body))
            {
                return null;
            }

            if (body.Any(c => c > 0xFF) || !query.TryDecode(System.Text.Encoding.Latin1.GetBytes(body), out TAnswer? answer))
            {
                wrong ??= query.Command;
                return null;
            }

            return answer;
        }

        RatedInformation? rated = Find(RatedInformation.Query);
        SettingsAnswers? answers = rated is null
            ? null
            : new SettingsAnswers(
                rated,
                Find(DefaultSettings.Query),
                Find(ChargeCurrents.Total),
                Find(ChargeCurrents.Utility),
                Find(SwitchFlags.Query),
                Find(TimeWindow.AcCharge),
                Find(TimeWindow.AcLoad),
                Find(Firmware.Query));
        problem = wrong is not null ? wrong : rated is null ? RatedInformation.Query.Command : null;
        return problem is null ? answers : null;
    }
}
