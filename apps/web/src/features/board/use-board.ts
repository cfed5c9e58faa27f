import { endpoints, type ReplyOf } from '@reglament/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { setServerNow } from '../../api/server-clock.ts';

export type Board = ReplyOf<typeof endpoints.getBoard>;
export type Figures = Board['total'];

/** The board as it stands now: read again after every change of a ticket, and every half minute, since deadlines come by themselves. */
export const useBoard = (desk: string) =>
  useQuery({
    queryKey: keys.board(desk),
    queryFn: async ({ signal }) => {
      const board = await api(endpoints.getBoard, { params: { desk }, query: {} }, { signal });
      setServerNow(board.now);
      return board;
    },
    refetchInterval: 30_000,
  });
