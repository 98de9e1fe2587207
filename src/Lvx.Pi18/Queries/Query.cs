using System.Diagnostics.CodeAnalysis;

namespace Lvx.Pi18;

/// <summary>A question to a unit: its text, its frame, and what an answer to it looks like.</summary>
public abstract class Query
{
    private protected Query(string command, Shape shape, int? printedLength)
    {
        Command = command;
        Shape = shape;
        Request = FrameWriter.Encode(FrameKind.Query, command);
        if (printedLength is { } printed)
        {
            PrintedRequest = FrameWriter.Encode(FrameKind.Query, command, printed);
        }
    }

    /// <summary>The text of the question, such as <c>GS</c> or <c>EY2026</c>.</summary>
    public string Command { get; }

    /// <summary>What an answer looks like from outside.</summary>
    public Shape Shape { get; }

    /// <summary>The whole frame, as it is sent.</summary>
    public ReadOnlyMemory<byte> Request { get; }

    /// <summary>
    /// The same question with the wrong length that the 2017 document prints for it; no value where it prints the right one. Some firmware may take only this form:
    /// to be tried when the unit does not take the other.
    /// </summary>
    public ReadOnlyMemory<byte>? PrintedRequest { get; }

    /// <summary>Decodes the body of an answer.</summary>
    /// <returns>False when it has not the shape of an answer to this question.</returns>
    public abstract bool TryDecodeAny(ReadOnlySpan<byte> body, [NotNullWhen(true)] out Answer? answer);

    /// <inheritdoc/>
    public override string ToString() => Command;
}

/// <summary>A question whose answer is a <typeparamref name="TAnswer"/>.</summary>
/// <typeparam name="TAnswer">The type of the answer.</typeparam>
public sealed class Query<TAnswer> : Query
    where TAnswer : Answer
{
    private readonly Decoder decoder;

    internal Query(string command, Shape shape, Decoder decoder, int? printedLength = null)
        : base(command, shape, printedLength) => this.decoder = decoder;

    internal delegate TAnswer Decoder(ref FieldReader reader);

    /// <summary>Decodes the body of an answer, allocating nothing but the answer.</summary>
    /// <returns>False when it has not the shape of an answer to this question.</returns>
    public bool TryDecode(ReadOnlySpan<byte> body, [NotNullWhen(true)] out TAnswer? answer)
    {
        if (!Shape.Fits(body))
        {
            answer = null;
            return false;
        }

        var reader = new FieldReader(body);
        answer = decoder(ref reader);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryDecodeAny(ReadOnlySpan<byte> body, [NotNullWhen(true)] out Answer? answer)
    {
        bool decoded = TryDecode(body, out TAnswer? typed);
        answer = typed;
        return decoded;
    }
}
