using Lvx.Core.Links;
using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>Asks units any question. The links are opened for reading, and what is a setter is refused before any port is opened.</summary>
public sealed class QueryOperation
{
    private readonly UnitAccess access;

    /// <summary>An operation on units that are reached through <paramref name="access"/>.</summary>
    public QueryOperation(UnitAccess access) => this.access = access;

    /// <summary>The question that <paramref name="command"/> is.</summary>
    /// <exception cref="LvxException">It is none, or a setter.</exception>
    public static Query Parse(string command) =>
        QueryCatalogue.TryParse(command, out Query? query, out string? problem) ? query : throw LvxErrors.NotAQuery(command, problem);

    /// <summary>The answer of each selected unit, in their order; a unit's error stands in its place.</summary>
    /// <param name="selection">The units.</param>
    /// <param name="query">The question.</param>
    /// <param name="host">Whoever runs this.</param>
    public IEnumerable<UnitOutcome<LvxQueryResult>> Ask(UnitSelection selection, Query query, IHost host)
    {
        ArgumentNullException.ThrowIfNull(query);
        return SelectedUnits.Run(access, selection, LinkAccess.ReadOnly, $"Asking {query}", host, (session, port, crewHost) =>
        {
            Reply<Answer> reply = session.AskAny(query, crewHost.Cancellation);
            return new LvxQueryResult(port, session.SerialNumber, query.Command, reply.Timestamp, reply.Raw, reply.Answer);
        });
    }
}
