/** The scrolling middle of the page: earlier messages, the conversation, or the first screen. */
import { describeError } from '../api/errors.ts';
import type { useConversation } from '../conversation/use-conversation.ts';
import { useScroll } from '../conversation/use-scroll.ts';
import { Icon } from './icon.tsx';
import { MessageList } from './message-list.tsx';
import { Welcome } from './welcome.tsx';

interface ConversationViewProps {
  conversation: ReturnType<typeof useConversation>;
  onPickExample: () => void;
}

/** A history that can't be read is said to be so: never an empty page. */
export function ConversationView({ conversation, onPickExample }: ConversationViewProps) {
  const { messages, turns, isLoading, loadError, earlierError } = conversation;
  const { scroller, content, isAtEnd, onScroll, goToEnd } = useScroll(turns.at(-1)?.key);
  const isEmpty = messages.length === 0 && turns.length === 0;
  return (
    <main
      id="conversation"
      ref={scroller}
      className="conversation"
      tabIndex={0}
      aria-label="Conversation"
      onScroll={onScroll}
    >
      <div className="column" ref={content}>
        {isLoading && <p className="remark centered">Reading your conversation…</p>}
        {loadError !== null && (
          <div className="notice" role="status">
            <p>Your earlier messages could not be read. {describeError(loadError)}</p>
            <button type="button" className="small-button" onClick={conversation.reload}>
              Try again
            </button>
          </div>
        )}
        {isEmpty && !isLoading && loadError === null && <Welcome onPick={onPickExample} />}
        {!isEmpty && <h1 className="hidden">Your conversation with Mu</h1>}
        {conversation.hasEarlier && (
          <div className="earlier">
            <button
              type="button"
              className="small-button"
              disabled={conversation.isLoadingEarlier}
              onClick={conversation.loadEarlier}
            >
              {conversation.isLoadingEarlier ? 'Reading…' : 'Earlier messages'}
            </button>
            {earlierError !== null && <p className="remark">{describeError(earlierError)}</p>}
          </div>
        )}
        <MessageList messages={messages} turns={turns} />
      </div>
      {!isAtEnd && !isEmpty && (
        <button type="button" className="to-end" onClick={goToEnd}>
          <Icon name="down" /> Newest
        </button>
      )}
    </main>
  );
}
