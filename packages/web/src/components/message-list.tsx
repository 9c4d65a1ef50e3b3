/** The conversation from its oldest held message to what is being written now. */
import type { Message, TriageCategory } from '../api/contract.ts';
import { askAgain } from '../conversation/conversation.ts';
import { isUnderWay, type Turn } from '../conversation/turn.ts';
import { Answer } from './answer.tsx';
import { OpenTurn } from './open-turn.tsx';
import { SaidByPerson } from './said-by-person.tsx';

interface MessageListProps {
  messages: readonly Message[];
  turns: readonly Turn[];
}

/** One item to a message, and one to a turn that isn't stored yet. */
export function MessageList({ messages, turns }: MessageListProps) {
  const isFree = !turns.some(isUnderWay);
  return (
    <ol className="messages">
      {messages.map((message, index) => (
        <li key={message.seq}>
          {message.role === 'user' ? (
            <SaidByPerson text={message.content} at={message.createdAt} />
          ) : (
            <Answer
              message={message}
              category={findCategory(messages, index)}
              onAskAgain={
                isFree && index === messages.length - 1
                  ? () => askAgainAbout(messages, index)
                  : null
              }
            />
          )}
        </li>
      ))}
      {turns.map((turn) => (
        <li key={turn.key}>
          <OpenTurn turn={turn} canRetry={isFree} />
        </li>
      ))}
    </ol>
  );
}

/** An answer has the triage of what it answers. */
function findCategory(messages: readonly Message[], index: number): TriageCategory | null {
  const own = messages[index]?.triage;
  return (own ?? askedBefore(messages, index)?.triage)?.category ?? null;
}

function askAgainAbout(messages: readonly Message[], index: number): void {
  const asked = askedBefore(messages, index);
  if (asked !== undefined) askAgain(asked);
}

function askedBefore(messages: readonly Message[], index: number): Message | undefined {
  return messages.slice(0, index).findLast(({ role }) => role === 'user');
}
