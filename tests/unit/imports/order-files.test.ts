import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { openOrderFile } from '../../../renderer/workers/order-file';
import { wayOf } from '../../../renderer/features/orders/use-order-import';
import { guessOrders } from '#shared/imports/order-table';
import { signatures } from '#shared/imports/signatures';
import { csvFile, pddHead, pddLine } from '../../helpers/order-files';

async function read(file: File) {
  const found = await openOrderFile(file);
  if ('refused' in found) return { refused: found.refused };
  const { opened } = found.file;
  const platform = signatures.find(({ id }) => id === opened.signature)?.platform ?? 'other';
  const { count, problems } = await found.file.read(
    opened.mapping,
    wayOf({ signature: opened.signature, platform }),
  );
  return { opened, problems, orders: await found.file.page(0, count) };
}

/** What the seller sees of each order. */
async function facts(file: File) {
  return (await read(file)).orders?.map(({ orderNo, title, lines, quantity, paidFen, freightFen }) => [
    orderNo,
    [title, ...lines.map((line) => line.title)].filter((one) => one !== '').join('+'),
    quantity ?? lines.map((line) => line.quantity).join('+'),
    paidFen ?? lines.map((line) => line.paidFen).join('+'),
    freightFen,
  ]);
}

const long = '260618-511920476603123';
const taobaoSub =
  '子订单编号,主订单编号,商品标题,商品价格,购买数量,外部系统编号,商品属性,订单状态,买家实付金额,退款状态';

describe('which export it is', () => {
  test.each(signatures.map((one) => [one.id, one] as const))('%s is told from all others', (id, one) => {
    const headings = [
      ...one.all,
      ...(one.any ?? []).slice(0, 1),
      ...Object.values(one.columns).map(([name]) => name ?? ''),
    ];
    expect(guessOrders([...new Set(headings)])).toMatchObject({ signature: { id }, certain: true });
  });
  test('a file with columns left out is guessed and said to be a guess', () => {
    const { signature, certain } = guessOrders([
      '订单号',
      '订购数量',
      '商品名称',
      '订单状态',
      '应付金额',
      '下单帐号',
    ]);
    expect([signature?.id, certain]).toEqual(['jd.order', false]);
  });
});

describe('a CSV', () => {
  test('R127 gives number, product, quantity, paid and freight; tabs, notes above and blank lines do not matter', async () => {
    const lines = ['导出时间：2026-11-21', '', pddHead, pddLine(long), '', pddLine('261109-880231776540123')];
    const { opened, orders, problems } = await read(csvFile(lines));
    expect(opened).toMatchObject({ signature: 'pdd.order', certain: true, rows: 2 });
    expect(problems).toEqual([]);
    expect(orders?.[0]).toMatchObject({
      orderNo: long,
      title: '针织开衫',
      quantity: 2,
      paidFen: 9_900,
      freightFen: 600,
      createdAt: Date.parse('2026-11-20T02:05:06Z'),
    });
  });

  test('drops ID cards, names and phones unread and masks them in memos', async () => {
    const { opened, orders } = await read(
      csvFile([pddHead, pddLine(long, { memo: '换货 收件人：王小明 13800138000' })]),
    );
    expect(opened?.dropped).toEqual(['身份证姓名', '身份证号码', '收货人', '手机']);
    expect(JSON.stringify([opened, orders])).not.toMatch(/王小明|13800138000|330106199001011237/);
    expect(orders?.[0]?.memo).toContain('138****8000');
  });

  test('in GBK, with order numbers as ="…", nineteen digits long', async () => {
    // 订单编号,主… cannot be written by TextEncoder: the bytes of a heading in GBK.
    const head = [0xb6, 0xa9, 0xb5, 0xa5, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xca, 0xfd, 0xc1, 0xbf];
    const line = new TextEncoder().encode('\r\n="2610053318842006615",2\r\n');
    const { orders } = await read(new File([new Uint8Array([...head, ...line])], 'gbk.csv'));
    expect(orders).toMatchObject([{ orderNo: '2610053318842006615', quantity: 2 }]);
  });

  test('several lines make one order; amounts of lines add up, those of orders do not', async () => {
    const lines = [
      taobaoSub,
      '="1002","=""1001""",杯子,10,2,,白,交易成功,18.50,没有申请退款',
      '="1003",="1001",盘子,10,1,,白,交易成功,9.00,没有申请退款',
      '="1005",="1004",杯子,10,1,,白,交易成功,9.00,',
    ];
    expect(await facts(csvFile(lines))).toEqual([
      ['1001', '杯子+盘子', '2+1', '1850+900', null],
      ['1004', '杯子', '1', '900', null],
    ]);
    const jd = [
      '订单号,商品ID,商品名称,订购数量,下单时间,京东价,应付金额,订单状态,下单帐号,运费金额',
      '301126884207,1,锅,1,2026-11-20 10:00:00,99,150.00,完成,jd_pin,6',
      '301126884207,2,铲,2,2026-11-20 10:00:00,30,150.00,完成,jd_pin,6',
    ];
    expect(await facts(csvFile(jd))).toEqual([['301126884207', '锅+铲', '1+2', 15_000, 600]]);
  });

  test('every row left out is told with its reason', async () => {
    const lines = [
      pddHead,
      pddLine(long),
      pddLine(long),
      pddLine('2.60618E+17'),
      pddLine(''),
      pddLine('合计'),
    ];
    const { problems, orders } = await read(csvFile(lines));
    expect(orders).toHaveLength(1);
    expect(problems?.map(({ line, why }) => [line, why])).toEqual([
      [3, 'sameRow'],
      [4, 'damagedOrderNo'],
      [5, 'noOrderNo'],
      [6, 'notOrderNo'],
    ]);
  });

  test('one quotation mark too many does not swallow the rows behind it', async () => {
    const lines = [pddHead, pddLine(long, { title: '"开衫' }), pddLine('261109-880231776540123')];
    expect((await read(csvFile(lines))).orders).toHaveLength(2);
  });

  test('a masked nick is nobody’s', async () => {
    const head = '订单编号,买家应付货款,买家应付邮费,买家会员名,商品标题';
    const { orders } = await read(
      csvFile([head, '2610053318842006615,10,0,旧**货,杯子', '2610053318842006616,10,0,tb8899,杯子']),
    );
    expect(orders?.map(({ buyerId }) => buyerId)).toEqual(['', 'tb8899']);
  });
});

describe('a workbook', () => {
  test('keeps texts as they are and refuses numbers a spreadsheet has rounded', async () => {
    const cells = [
      ['订单号', '成交数量', '实付款', '商品名称', '快递费'].map((value) => ({ value, type: String })),
      [
        { value: '2632411180099231', type: String },
        { value: 2, type: Number },
        { value: '¥1,299.90', type: String },
        { value: '连衣裙', type: String },
        { value: 8.5, type: Number },
      ],
      [
        { value: 2_632_411_180_099_231, type: Number },
        { value: 1, type: Number },
        { value: 10, type: Number },
        { value: '短裙', type: String },
        { value: 0, type: Number },
      ],
    ];
    const made = await writeExcelFile(cells as never).toBuffer();
    const { orders, problems } = await read(new File([new Uint8Array(made)], '快手.xlsx'));
    expect(orders).toMatchObject([
      { orderNo: '2632411180099231', quantity: 2, paidFen: 129_990, freightFen: 850, title: '连衣裙' },
    ]);
    expect(problems).toMatchObject([{ line: 3, why: 'damagedOrderNo' }]);
  });
});

describe('what is no table of orders', () => {
  const zip = async (name: string, text: string): Promise<File> => {
    const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
    await writer.add(name, new TextReader(text));
    return new File([await writer.close()], 'a.xlsx');
  };
  test('says what it is instead', async () => {
    const old = new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2])], 'a.xls');
    expect(await read(old)).toEqual({ refused: 'oldExcel' });
    expect(await read(new File(['<html><table>'], 'a.xls'))).toEqual({ refused: 'webPage' });
    expect(await read(csvFile(['今天要做的事', '买菜']))).toEqual({ refused: 'noHeading' });
    expect(await read(await zip('orders.csv', 'a,b'))).toEqual({ refused: 'zipped' });
  });
  test('a workbook that unpacks to far more than it is is not opened', async () => {
    const bomb = await zip('xl/worksheets/sheet1.xml', ' '.repeat(4_000_000));
    expect(await read(bomb)).toEqual({ refused: 'unsafe' });
  });
});
