using System.CommandLine;
using Lvx.Cli.Hosting;
using Lvx.Core.Operations;

namespace Lvx.Cli.Commands;

/// <summary><c>lvx set-charge-current</c>: the greatest charge current, from the unit's own list.</summary>
internal sealed class SetChargeCurrentCommand : IVerb
{
    private readonly ChangeOptionSet set = new();
    private readonly Argument<int> ampere = new("ampere") { Description = "In A; a unit takes only what its own list has." };
    private readonly Option<bool> utility = new("--utility") { Description = "The part that comes from the grid, instead of the total." };

    public Command Describe()
    {
        var command = new Command("set-charge-current", "Set the greatest charge current of each unit, and prove it.");
        command.Arguments.Add(ampere);
        command.Options.Add(utility);
        set.AddTo(command);
        return command;
    }

    public int Run(ParseResult parsed, Surroundings surroundings)
    {
        int wanted = parsed.GetValue(ampere);
        bool ac = parsed.GetValue(utility);
        SettingDefinition setting = SettingCatalogue.Find(ac ? nameof(LvxSettings.MaxAcChargeCurrent) : nameof(LvxSettings.MaxChargeCurrent))!;
        ChangeOptions options = set.Resolve(parsed, surroundings, FormattableString.Invariant($"lvx set-charge-current {wanted}{(ac ? " --utility" : "")}"));
        return new Changing(set, parsed, surroundings).Run(ChangeWish.Of([new(setting, wanted)]), options);
    }
}
