using System.Text;
using Lvx.Core;
using Lvx.Fuzz.Mutations;
using Lvx.Fuzz.Running;

namespace Lvx.Fuzz.Targets;

/// <summary>A kind of YAML file: a value that is the same when it is read again, or a named error that says where, in words that steer no terminal.</summary>
internal abstract class YamlTarget : ITarget
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public abstract string Name { get; }

    public abstract int Share { get; }

    public (TimeSpan Time, long Bytes) Bounds => (TimeSpan.FromSeconds(5), 256 << 20);

    /// <summary>Sound documents.</summary>
    protected abstract IReadOnlyList<string> Sound { get; }

    public byte[] Make(Dice dice) => TextMutation.Encode(dice.OneIn(50) ? dice.Of(Sound) : TextMutation.Mutate(dice.Of(Sound), dice), dice);

    public Verdict Judge(byte[] input, Dice dice)
    {
        try
        {
            // A file on the disk now and then, for what reads it; the rest goes without.
            return Hold(dice.OneIn(16) ? FromFile(input) : FromText(input)) is { } wrong ? Verdict.Wrong(wrong) : Verdict.Accepted;
        }
        catch (LvxException error)
        {
            return Judge(error);
        }
        catch (DecoderFallbackException)
        {
            return Verdict.Refused("no UTF-8");
        }
    }

    /// <summary>The value that stands in a text.</summary>
    protected abstract object Parse(string text);

    /// <summary>The value that stands in a file.</summary>
    protected abstract object Read(string path);

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    protected abstract string? Hold(object value);

    private object FromText(byte[] input)
    {
        ReadOnlySpan<byte> bytes = input.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? input.AsSpan(3) : input;
        return Parse(Strict.GetString(bytes));
    }

    private object FromFile(byte[] input)
    {
        string path = Scratch.PathOf(Name);
        File.WriteAllBytes(path, input);
        return Read(path);
    }

    private static Verdict Judge(LvxException error)
    {
        bool isPlace = error.Error == LvxError.FileNotReadable || error.Message.Contains("line ", StringComparison.Ordinal);
        string all = error.Message + error.NextStep + string.Concat(error.Details);
        return !isPlace ? Verdict.Wrong($"no place in: {error.Message}")
            : all.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202e' || char.IsSurrogate(c)) ? Verdict.Wrong($"an error that steers a terminal: {error.Message}")
            : all.Length > 200_000 ? Verdict.Wrong($"an error of {all.Length} characters")
            : Verdict.Refused(error.Error.ToString());
    }
}
