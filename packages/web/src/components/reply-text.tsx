/** An answer on the page: paragraphs, lists and bold, built from text and never from markup. */
import { parseReply, type Span } from '../conversation/parse-reply.ts';

/** The answer, whole or half written. */
export function ReplyText({ text }: { text: string }) {
  return (
    <div className="reply-text">
      {parseReply(text).map(({ kind, lines }, index) => {
        if (kind === 'paragraph')
          return (
            <p key={index}>
              {lines.map((spans, line) => (
                <span key={line}>
                  {line > 0 && <br />}
                  <Spans spans={spans} />
                </span>
              ))}
            </p>
          );
        const List = kind === 'bullets' ? 'ul' : 'ol';
        return (
          <List key={index}>
            {lines.map((spans, line) => (
              <li key={line}>
                <Spans spans={spans} />
              </li>
            ))}
          </List>
        );
      })}
    </div>
  );
}

function Spans({ spans }: { spans: Span[] }) {
  return spans.map(({ text, isBold }, index) =>
    isBold ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>,
  );
}
