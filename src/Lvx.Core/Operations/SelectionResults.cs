using Lvx.Core.Units;

namespace Lvx.Core.Operations;

/// <summary>Brings what came from every port down to the units that were asked for by serial number.</summary>
internal static class SelectionResults
{
    /// <summary>
    /// Leaves out units that were not asked for. A port that failed may have been anybody's: when every serial number was found elsewhere, its error is only told,
    /// and when one was not, it is an error, followed by which serial numbers are missing.
    /// </summary>
    public static IEnumerable<UnitOutcome<T>> WithoutStrangers<T>(
        this UnitSelection selection, IEnumerable<UnitOutcome<T>> outcomes, IEnumerable<string?> seen, IHost host)
        where T : class
    {
        if (selection.SerialNumbers.Count == 0)
        {
            foreach (UnitOutcome<T> outcome in outcomes)
            {
                yield return outcome;
            }

            yield break;
        }

        var failed = new List<UnitOutcome<T>>();
        foreach (UnitOutcome<T> outcome in outcomes)
        {
            if (outcome.Error is not null)
            {
                failed.Add(outcome);
            }
            else if (outcome.Value is not null)
            {
                yield return outcome;
            }
        }

        string[] serials = [.. seen.OfType<string>()];
        string[] missing = [.. selection.SerialNumbers.Where(wanted => !serials.Any(serial => Pi18.SerialNumber.Same(wanted, serial)))];
        foreach (UnitOutcome<T> failure in failed)
        {
            if (missing.Length > 0)
            {
                yield return failure;
            }
            else
            {
                host.Verbose(failure.Error!.Message);
            }
        }

        foreach (string serial in missing)
        {
            yield return new UnitOutcome<T>(new UnitPort(serial, serial), null, LvxErrors.NoSuchSerial(serial, serials));
        }
    }
}
