import { createOrderReader, type OrderReply, type OrderRequest } from './order-reader';
import { serve } from './serve';

const answer = createOrderReader();

serve((request: OrderRequest): Promise<OrderReply> => answer(request));
