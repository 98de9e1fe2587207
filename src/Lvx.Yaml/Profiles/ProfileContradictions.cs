using System.Globalization;
using Lvx.Core.Operations;
using Lvx.Pi18;
using Lvx.Yaml.Documents;

namespace Lvx.Yaml.Profiles;

/// <summary>Finds what cannot be wanted together.</summary>
internal static class ProfileContradictions
{
    // From the lowest voltage to the highest. A unit refuses a re-discharge above float (seen live).
    private static readonly string[] Ladder =
        [nameof(LvxSettings.CutOffVoltage), nameof(LvxSettings.ReChargeVoltage), nameof(LvxSettings.ReDischargeVoltage), nameof(LvxSettings.FloatVoltage), nameof(LvxSettings.BulkVoltage)];

    private static readonly string[] CountUnderUserOnly = [nameof(LvxSettings.BulkVoltage), nameof(LvxSettings.FloatVoltage), nameof(LvxSettings.CutOffVoltage)];

    /// <summary>Notes each contradiction where the value stands that comes later in the ladder, or that is beyond its limit.</summary>
    public static void Find(IReadOnlyList<ProfileWant> wants, IReadOnlyList<ProfileLimit> limits, Problems problems)
    {
        FindOrder(wants, problems);
        FindType(wants, problems);
        FindLimits(wants, limits, problems);
    }

    private static void FindOrder(IReadOnlyList<ProfileWant> wants, Problems problems)
    {
        // A re-discharge of 0 says "when full" and is no voltage.
        ProfileWant[] named = [.. Ladder.SelectMany(name => wants.Where(want => want.Setting.Name == name && want.Value is not 0m))];
        foreach ((ProfileWant lower, ProfileWant upper) in named.Zip(named.Skip(1)))
        {
            // Between re-charge and re-discharge there must be a gap, or the unit would go to and fro.
            bool crossesGap = Array.IndexOf(Ladder, lower.Setting.Name) <= 1 && Array.IndexOf(Ladder, upper.Setting.Name) >= 2;
            decimal difference = (decimal)upper.Value - (decimal)lower.Value;
            if (difference < 0 || (difference == 0 && crossesGap))
            {
                problems.Add(upper.Place, $"{upper.Setting.Key} {upper.Text} must {(crossesGap ? "be above" : "not be below")} {lower.Setting.Key} {lower.Text}.");
            }
        }
    }

    private static void FindType(IReadOnlyList<ProfileWant> wants, Problems problems)
    {
        if (wants.FirstOrDefault(want => want.Value is BatteryType) is not { Value: not BatteryType.User } type)
        {
            return;
        }

        foreach (ProfileWant want in wants.Where(want => CountUnderUserOnly.Contains(want.Setting.Name)))
        {
            problems.Add(want.Place, $"{want.Setting.Key} counts under battery_type user only, and this profile wants {type.Text}.");
        }
    }

    private static void FindLimits(IReadOnlyList<ProfileWant> wants, IReadOnlyList<ProfileLimit> limits, Problems problems)
    {
        foreach (ProfileLimit limit in limits)
        {
            foreach (ProfileWant want in wants.Where(want => want.Setting == limit.Setting))
            {
                decimal value = Convert.ToDecimal(want.Value, CultureInfo.InvariantCulture);
                if (value > limit.Max)
                {
                    problems.Add(want.Place, $"{want.Setting.Key} {want.Text} is above the limit, {Text(limit.Max.Value)}.");
                }
                else if (value < limit.Min)
                {
                    problems.Add(want.Place, $"{want.Setting.Key} {want.Text} is below the limit, {Text(limit.Min.Value)}.");
                }
            }

            string Text(decimal bound) => string.Create(CultureInfo.InvariantCulture, $"{bound} {limit.Setting.Unit}");
        }
    }
}
