export default definePageConfig({ navigationBarTitleText: '核对会籍登记' });
