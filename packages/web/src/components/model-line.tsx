/** Says who answers, in plain words, and that it isn't a vet. */
import { useQuery } from '@tanstack/react-query';
import { fetchHealth } from '../api/calls.ts';

const ASK_AGAIN_MS = 60_000;

/** A line under the box. The offline guide is called what it is. */
export function ModelLine() {
  const { data, isError } = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => fetchHealth(signal),
    refetchInterval: ASK_AGAIN_MS,
  });
  return (
    <p className="model-line">
      Mu is not a vet and can be wrong. {isError && 'Mu can’t be reached at the moment.'}
      {!isError && data?.model.offline === true && (
        <span>
          Answers come from the <strong>offline guide</strong>, a fixed text: no AI model is
          connected.
        </span>
      )}
      {!isError && data?.model.offline === false && (
        <span>
          Answers are written by the AI model <strong>{data.model.name}</strong>.
        </span>
      )}
    </p>
  );
}
