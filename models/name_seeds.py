"""Names and places added by hand to what Faker and GeoNames give; `build_lexicons.py` reads them."""

from __future__ import annotations

EXTRA_MALE = """
Eliud Kipchoge Kelvin Kiptum Wilson Geoffrey Kipsang Emmanuel Mutai Dennis Kimetto Moses Mosop Patrick Makau Evans Abel
Kirui Amos Benson Daniel Eliud Ezekiel Julius Yego David Rudisha Asbel Silas Timothy Cheruiyot Conseslus Kipruto Brimin
Jairus Paul Tergat Kipchirchir Kipkemboi Kibiwott Hillary Hilary Philemon Philip Vincent Titus Sammy Micah Nicholas
Barnabas Festus Cosmas Japhet Jonah Joshua Cheptegei Jacob Kiplimo Stephen Kiprotich Haile Kenenisa Sileshi Derartu
Tariku Mosinet Lelisa Feyisa Tsegaye Tamirat Tola Selemon Muktar Yomif Hagos Getnet Girma Abebe Mamo Miruts Dejen Kuma
Birhanu Sisay Lemma Shura Mule Leul Deriba Dereje Markos Abera Asefa Bekana Chala Dawit Dino Gebre Gebregziabher Hailu
Haji Imane Jemal Kebede Lamecha Million Mesfin Mosisa Negash Nigusie Samuel Tadese Tadesse Tesfaye Teshome Tilahun
Tolossa Worku Yemane Yenew Yilma Zersenay Ghirmay Biniam Natnael Merhawi Amanuel Filmon Bat Ser-Od Batbayar Ganbold
Batmonkh Bayarmagnai Boldbaatar Enkhbayar Enkhbat Erdene Ganbaatar Gantulga Khaliun Munkhbat Naidangiin Nyambayar
Otgonbayar Purevdorj Sukhbaatar Tumenjargal Temuulen Tuvshinbayar Badar-Uugan Chinzorig Gankhuyag Byambadorj
Mo Mohamed Mohammed Muhammad Mohamud Abdi Abdihakem Abdirahman Abdalaati Ayanleh Bashir Farah Hassan Hussein Ibrahim
Jama Khalid Mahamed Mustafa Mukhtar Omar Osman Saif Taoufik Youssef Zouhair Hicham Noureddine Said Rachid Jaouad Soufiane
Mutaz Essa Femi Abderrahman Ashraf Amor Ahmed Karim Riyad Sadio Kalidou Idrissa Cheikhou Mamadou Ousmane Moussa Seydou
Ibrahima Boubacar Amadou Souleymane Bakary Lassana Demba Papiss Yaya Kolo Didier Salomon Gervinho Wilfried Serge Seko
Asamoah Kwadwo Kwame Kofi Kwesi Kojo Yaw Akwasi Baba Sulley Jordan Abedi Thabo Sipho Themba Teko Bongani Siphiwe Itumeleng
Siya Makazole Lukhanyo Trevor Tendai Tatenda Knowledge Munyaradzi Blessing Tinashe Isaac Nijel Letsile Baboloki
Chukwudi Emeka Obinna Chidi Chinedu Ifeanyi Nwankwo Jay-Jay Odion Ahmed Wilfred Olusoji Divine Babatunde Adebayo Segun
Tosin Tayo Tunde Kunle Seun Olu Femi Dele Fikayo Bukayo Ademola Ola Kelechi Uche Ikechukwu Chijioke Obafemi
Yohan Usain Asafa Nesta Warren Yohan Oblique Kemar Hansle Rasheed Julian Ato Kirani Richard Keshorn Darvin Obadele
Jehue Machel Deon Churandy Felix Javier Osleidys Dayron Anier Yoel Javier Ivan Yunier Lázaro Alberto Yordanis Orlando
Liu Xu Chen Wang Zhang Sun Yang Lin Ma Su Yao Ning Fan Zhendong Long Jike Hao Jun Wei Jie Bin Bo Feng Gang Guo Hai Jian
Jiang Kai Lei Liang Ming Ping Qiang Rui Shuai Tao Xiang Xin Yi Yong Yu Zhe Zhi Ruolin Bingtian Haiyang Zhanle Shun
Son Heung-min Ji-sung Park Kim Lee Chan-ho Tae-hwan Hyun-jin Min-jae Seung-hoon Yong-dae Jin-seob Sang-hyeok Kang-in
Hwang Bong-ju Young-cho Kitei Kyung-rae Dae-sung
Kohei Kosuke Kenenisa Yuta Yuki Yuki Yuma Suguru Hitoshi Hiromi Toshihiko Shigeru Ryota Ryo Shohei Ichiro Hideki Hideo
Daichi Daisuke Keisuke Kei Shinji Takumi Takefusa Takehiro Makoto Maya Yuto Naomichi Shunsuke Shunji Satoshi Kenji Kento
Kengo Kazuyoshi Kazuki Koji Koki Kotaro Kyohei Masato Masahiro Naoki Naoto Rikako Ritsu Rui Sota Shota Taishi Takeshi
Tatsuya Tetsuya Tomohiro Tsuyoshi Wataru Yoshihide Yoshinori Yusuke Yoshihito Hirooki Hakuho Akebono Terunofuji
Neeraj Sachin Virat Rohit Rahul Sourav Anil Kapil Sunil Mahendra Ravichandran Ravindra Jasprit Hardik Shubman Rishabh
Yuzvendra Bhuvneshwar Kuldeep Shikhar Ajinkya Cheteshwar Gautam Yuvraj Harbhajan Zaheer Leander Mahesh Rohan Prakash
Pullela Srikanth Kidambi Lakshya Satwiksairaj Chirag Bajrang Sushil Yogeshwar Vijender Abhinav Rajyavardhan Milkha
Avinash Murali Tejaswin Annu Amit Gopi Nitendra Bhilare Wasim Waqar Imran Javed Shoaib Shahid Babar Younis Inzamam
Misbah Arshad Muttiah Mahela Kumar Lasith Sanath Chaminda Shakib Tamim Mushfiqur Mashrafe Rashid Mohammad-Nabi
Sione Tevita Semi Semisi Sitiveni Viliame Waisale Rupeni Nemani Leone Josua Josaia Levani Kini Api Apisai Sireli Taqele
Manu Tuilagi Vavae Losi Taulupe Toutai Mako Billy Nathan Ardie Rieko Sevu Caleb Beauden Jordie Richie Aaron Julian Akira
Hoskins Samisoni Asafo Ofa Nepo Tomasi Malakai Ma'a Jerome Jonah Va'aiga Inga Tana Keven Piri Rawiri Tane Wiremu Hemi
Tama Hone Matiu Rangi Tipene Pita Pita-Gus Taniela Folau Israel Digby Kurtley Quade Will
Bjørn Sverre Petter Ole Einar Tarjei Johannes Kjetil Lars Jakob Filip Henrik Karsten Narve Sondre Martin Aksel Erling Ståle
Jarl Magnus Gunnar Gylfi Eiður Aron Birkir Kári Hannes Alfreð Ragnar Kolbeinn Jóhann Kimi Mika Valtteri Teemu Jari Sami
Janne Matti Paavo Lasse Ville Tero Juha Olli Samppa Iivo Krista Stefan Armand Kajsa Sven Ingemar Zlatan Henrik Mikael
Fredrik Björn Mats Tomas Bartosz Bartłomiej Robert Jakub Wojciech Łukasz Kamil Paweł Piotr Krzysztof Grzegorz Marcin
Mariusz Tomasz Andrzej Zbigniew Konrad Marek Michał Karol Dariusz Przemysław Szymon Yevgeny Yevgeniy Evgeni Evgeny Sergey
Sergei Serhiy Andriy Andrey Andrei Aleksandr Oleksandr Oleksiy Oleg Oleh Vladimir Volodymyr Viktor Yuriy Yuri Yury Roman
Ruslan Rustam Denis Dmitri Dmitry Danila Ilya Igor Ihor Maxim Maksim Nikita Nikolay Nikolai Pavel Vasyl Vasiliy Vitali
Vitaliy Wladimir Artem Bohdan Bogdan Taras Sergej Ivica Goran Marin Borna Luka Ivan Mario Dejan Novak Nemanja Nikola
Dušan Aleksandar Branislav Marko Miloš Vlade Zoran Blanka Tomáš Petr Pavel Jiří Ondřej Jakub Vít Jan Milan Marek Matej
Peter Žan Primož Tadej Matej Luka Goran Jan Jure Anže Eoghan Eoin Ciarán Cian Conor Cathal Colm Declan Diarmuid Donnacha
Fionn Niall Oisín Pádraig Rory Ruairí Ronan Seán Séamus Tadhg Shane Gearóid Gareth Geraint Huw Ieuan Iwan Rhys Rhodri Dewi
Dai Alun Aled Owain Ifan Llewellyn Callum Calum Hamish Ewan Euan Gregor Ruaridh Fraser Finlay Lachlan Jock Murdo
Didier Sébastien Renaud Kévin Christophe Jean-Marc Jean-Luc Jean-Pierre Jean-Claude Teddy Yohann Mahiedine Mathieu Julien
Thibaut Romain Warren Nordine Faustino Thierry Youri Kylian Ousmane Antoine Ngolo N'Golo Karim Hugo Raphaël Presnel
Eder Éder Rogério Ronaldo Ronaldinho Kaká Neymar Vinícius Gabriel Alisson Thiago Marquinhos Casemiro Fabinho Philippe
Roberto Raphinha Joaquim Vanderlei Marílson Mauro Darlan César Gustavo Guga Thiago Nuno Cristiano Rui Rúben Diogo João Bruno
Pepe Bernardo Ricardo José Luis Nelson Pedro Jerónimo Lionel Ángel Javier Sergio Gonzalo Diego Juan Gabriel Guillermo Rafael
Feliciano Marat Carlos Joaquín Germán Horacio Manu Germán Facundo Nicolás Cristian Rolando Efraín Jefferson Andrés
Edwin Segundo Jhon Jhoan Yerry Dávinson Radamel Juan-Sebastián Egan Nairo Rigoberto Esteban Richard Alexandr Yeison
Alessandro Filippo Gianmarco Gianluigi Giorgio Leonardo Federico Lorenzo Massimiliano Andrea Stefano Gelindo Vincenzo
Sadio Meb Galen Bernard Khalid Abdi Leonard Dathan Ritzenhein Ryan Shalane Deena Rupp Alan Craig Centrowitz Evan Cole
Trayvon Tyreek LeBron Kawhi Kobe Kyrie Shaquille Carmelo Dwyane Klay Draymond Jayson Jaylen Giannis Nikola Luka Joel Shai
Ja Zion Anthony DeMar Damian Devin Jalen Jahmyr Ja'Marr Tua Dak Lamar Patrick Saquon Cooper Davante Tyrann DeAndre Odell
Jadeveon Khalil Von Myles T.J. Aidan Trey Trevon Micah Jaxon Brock Deebo Baker Bijan CeeDee Puka Quinshon Cam
"""

EXTRA_FEMALE = """
Brigid Peres Jepchirchir Ruth Chepngetich Joyciline Vivian Cheruiyot Hellen Obiri Faith Kipyegon Beatrice Chebet Edna
Kiplagat Florence Mary Keitany Priscah Jeptoo Catherine Ndereba Tegla Loroupe Lornah Sally Barsosio Janeth Jepkosgei
Pamela Jelimo Eunice Sum Milcah Chemos Hyvin Purity Norah Jeruto Sheila Chepkirui Valary Aiyabei Gladys Cherono Lucy
Wangui Wangari Wambui Wanjiru Nyambura Muthoni Njeri Akinyi Atieno Achieng Jemima Sumgong Lilian Rengeruk Margaret Agnes
Tirop Caroline Selly Viola Irene Philes Emily Chebet Nancy Esther Mercy Winfred Winfridah Winny Damaris Salina
Tirunesh Genzebe Meseret Almaz Ayana Derartu Fatuma Roba Berhane Adere Ejegayehu Gelete Burka Sentayehu Letesenbet Gidey
Tigist Assefa Yalemzerf Yehualaw Worknesh Degefa Birhane Dibaba Amane Beriso Gotytom Sofia Ruti Aga Roza Dereje Mare Aselefech
Mergia Tiki Gelana Meselech Melkamu Netsanet Gudeta Senbere Teferi Freweyni Hailu Gudaf Tsegay Diribe Welteji Werkuha
Sembo Almayew Mekides Abebe Axumawit Embaye Hirut Meshesha Dawit Seyaum Besu Sado Lemlem Ejgayehu Taye Medina Eisa Bizunesh
Worku Shitaye Eshete Mulu Seboka Aberu Kebede Askale Magarsa Tadelech Bekele Senayet Meskerem Nazret Abeba Aregawi Sifan
Bazartseren Otgontsetseg Munkhzaya Munkhtsetseg Bayasgalan Oyuntuya Luvsanlkhündegiin Odonsuren Tsetseg Sarnai Altantsetseg
Battsetseg Bolortuya Enkhtuya Ganchimeg Narantuya Oyunchimeg Sumiya Soronzonbold Urantsetseg Saruul Bayarsaikhan
Caster Margaret Akani Wayde Sunette Hestrie Elana Frith Wenda Natalie Penny Zola Gerda Tatjana Kirsty Blessing Tobi Ese
Brume Toyin Chioma Gloria Mary Folashade Oludamola Damola Perpetua Mercy Chimaobi Ngozi Chidinma Asisat Rasheedat Desire
Uchenna Funmi Folake Adaora Amaka Nkechi Ifeoma Akosua Abena Adwoa Ama Efua Esi Afia Hadnet Murielle Marie-Josée Habiba
Hasna Nawal Nezha Zahra Rababe Malika Aziza Marwa Amira Ons Khadija Fatima Aicha Aïcha Mariama Aminata Fatoumata Awa Ndeye
Shelly-Ann Shericka Elaine Merlene Veronica Shelly Kerron Sherone Melaine Janieve Stephenie Ann Natoya Danielle Kaliese
Novlene Briana Brigitte Shaunae Pauline Tonique Debbie Chandra Levern Marileidy Yulimar Caterine Mariana Yarisley Yipsi
Denia Osleidys Ana-Fidelia Mireya Driulis Idalys Omara Maurren Rebeca Rayssa Marta Cristiane Formiga Andressa Fabiana Rafaela
Mayra Sarah Fabiola Yargelis Daniela Gladys Inés Ángela Jessica Sandra Paola Paula Lorena Mónica Marlene Rosa Benita
Liu Hong Qieyang Wang Junxia Gong Lijiao Lü Huihui Li Na Zheng Qinwen Qinwen Shuai Peng Xinyu Wenwen Yufei Shiwen Bingjie
Ning Yining Xiaoxia Ting Yuan Mengya Jingjing Minxia Xue Mei Mei Lan Xiu Fang Ying Yan Xiaoling Xuerui Yihan Yufei Shixian
Yu-na Yuna Seri Se-ri Inbee In-kyung So-yeon Na-yeon Sang-hwa Min-jeong Se-young Mi-ran Kyung-ah Da-bin Sun-young Min-sun
Mizuki Naoko Mizuki Yoko Reiko Naoko Sachiko Yuko Yukiko Kayoko Honami Mao Mai Mao Ai Aya Akane Akari Asuka Asuna Ayaka
Ayumi Chie Chika Chisato Chiho Emi Eri Haruka Harumi Hikaru Hina Hitomi Homare Kaori Kanako Kana Kaho Kasumi Keiko Kimie
Kyoko Manami Mariko Mayu Megumi Mei Midori Miho Mika Miki Mima Misaki Mitsuki Miyu Momiji Naomi Nao Natsuki Nozomi Rei Rena
Rie Rika Rikako Risa Rui Sakura Saori Satoko Sayaka Shizuka Shiori Tomoka Tomomi Yui Yuka Yukari Yuki Yumi Yumiko Yuri
Mary-Kom Saina Sania Mithali Harmanpreet Smriti Jhulan Dipa Hima Dutee Anju Lalita Sudha Tintu Usha Karnam Mirabai Lovlina
Nikhat Sakshi Vinesh Geeta Babita Ritu Deepika Rani Savita Annu Jwala Ashwini Sindhu Manika Heena Manu Ankita Poonam Shafali
Valerie Lisa Portia Kendra Sarah Ruby Honey Losa Ana Lavinia Seilala Selica Salote Mele Sela Siilata Tui Aroha Hinemoa Ngaire
Mereana Marama Kiri Kahurangi Hera Anahera Tiana Ameliaranne Irene Maia Huia Ngahuia Moana Leilani Losaline Atalanta
Therese Marit Ingrid Ingvild Tiril Ragnhild Heidi Astrid Karoline Silje Grete Sonja Hege Ada Caroline Guro Maren Tora
Stine Nora Kari Kamilla Frida Ebba Linn Stina Charlotte Magdalena Anja Pernilla Sanna Carolina Kajsa Susanna Moa Fridolina
Kosovare Stina Sara Lisa Hanna Annika Tatu Wilma Kaisa Krista Aino-Kaisa Anne Sirkka Heli Iga Agnieszka Justyna Anita
Małgorzata Aleksandra Magda Urszula Kinga Ewa Katarzyna Joanna Karolina Irena Halina Marta Zofia Natalia Kamila Paulina
Mariya Maria Darya Daria Yelena Elena Svetlana Tatyana Tatiana Olga Olha Yuliya Yulia Yaroslava Nataliya Natalya Oksana
Kateryna Ekaterina Yekaterina Anastasia Anastasiya Victoria Viktoriya Viktoria Alina Aliya Aryna Ksenia Galina Gulnara
Irina Iryna Inessa Inga Liudmyla Lyudmila Larisa Margarita Marina Nadezhda Nadzeya Polina Tetyana Valentina Vera Veronika
Dayana Elina Marta Zhanna Sandra Blanka Mirela Donna Jelena Ivana Ana Nevena Bojana Barbora Markéta Petra Karolína Kateřina
Zuzana Denisa Martina Jarmila Ester Gabriela Dominika Tina Janja Ilka Anita Sonia Sonja Ciara Aoife Aisling Áine Bríd Caoimhe
Clodagh Deirdre Derval Eilish Eimear Fionnuala Fionnualla Gráinne Maeve Niamh Nuala Oonagh Orla Róisín Roisin Saoirse Síle
Sinéad Siobhán Sorcha Sonia Catriona Mhairi Eilidh Isla Ailsa Morag Kirsty Shona Fiona Eilish Laura Angharad Bethan Carys
Cerys Ffion Nia Non Rhian Rhiannon Sian Siân Seren Lowri Elinor Mererid Eluned Jazmin
Ann-Marie Mary-Ann Jo Jo-Anne Kelly Paula Dina Katarina Jessica Denise Tessa Louise Jade Perri Desiree Daryll Bianca Bukola
Keely Jemma Laviai Imani Dafne Femke Nafissatou Noor Lieke Anouk Sifan Fanny Nadine Kim Justine Tia Yanina Elise Lotte Greta
Simone Jordyn Gabby Aly Nastia Shawn Katie Allyson Carmelita Sanya Dalilah Sydney Athing Sha'Carri Gabrielle Keturah
Tianna Brittney Chari Britney Candace Sue Diana Breanna A'ja Sabrina Caitlin Angel Paige Skylar Elena Maya Lindsey Mikaela
Megan Hope Carli Alex Christen Rose Tobin Abby Mia Brandi Serena Venus Coco Sloane Jennifer Lindsay Billie Chris Shalane
Deena Kara Desiree Des Molly Emma Joan Gwynneth Aliphine Keira Emily Sara Jenny Shannon Courtney Elle Gina Marla Suzy
"""

EXTRA_SURNAMES = """
Kipchoge Kiptum Kipsang Kimetto Makau Kirui Mutai Kosgei Jepchirchir Chepngetich Cheruiyot Obiri Kipyegon Chebet Kiplagat
Keitany Jeptoo Ndereba Loroupe Rudisha Kiprop Cheptegei Kiplimo Kiprotich Chepkoech Cherono Kipruto Korir Koech Kibet
Chelimo Chepkurui Jepkosgei Jelimo Rono Ruto Rotich Sang Tanui Tergat Too Yego Barsosio Chumba Kamathi Kamworor Karoki
Kigen Kirwa Kitwara Limo Langat Lagat Maiyo Masai Ngetich Njoroge Sigei Tuitoek Wanjiru Gebrselassie Bekele Dibaba Defar
Tadese Tola Lilesa Kebede Mekonnen Desisa Geremew Legese Lemma Assefa Ayana Tulu Roba Gidey Tsegay Yehualaw Bolt Blake
Farah Coe Ovett Cram Radcliffe Holmes Pavey Ennis Asher-Smith Kerr Wightman Hodgkinson Thompson-Herah Fraser-Pryce Jackson
Ingebrigtsen Warholm Bat-Ochir Batbayar Dorj Ganbold Djokovic Nadal Federer Murray Alcaraz Sinner Medvedev Zverev Tsitsipas
Swiatek Sabalenka Rybakina Gauff Osaka Raducanu Halep Sharapova Azarenka Kvitova Wozniacki Muguruza Kerber Ronaldo Messi
Neymar Mbappé Haaland Salah Kane Lewandowski Modrić Iniesta Xavi Pogacar Vingegaard Roglic Evenepoel Froome Wiggins Contador
Muhammad Tuilagi Faletau Vunipola Folau Latu Kepu Tupou Taufua Fekitoa Havili Ioane Savea Sopoaga Naholo Fa'amausili-Brown
"""

COUNTRIES = """
England:GB; Scotland:GB; Wales:GB; Northern Ireland:GB; Great Britain:GB; Britain:GB; UK:GB; U.K.:GB; USA:US; U.S.:US; US:US;
U.S.A.:US; United States of America:US; America:US; Ireland:IE; Republic of Ireland:IE; Holland:NL; Netherlands:NL;
the Netherlands:NL; South Korea:KR; North Korea:KP; Korea:KR; Ivory Coast:CI; Côte d'Ivoire:CI; Czech Republic:CZ;
Czechoslovakia:CZ; Soviet Union:RU; USSR:RU; Yugoslavia:RS; West Germany:DE; East Germany:DE; UAE:AE; Macedonia:MK;
North Macedonia:MK; Vietnam:VN; Taiwan:TW; Chinese Taipei:TW; Hong Kong:HK; Macau:MO; Swaziland:SZ; Burma:MM; Zaire:CD;
DR Congo:CD; Trinidad:TT; Tobago:TT; Trinidad and Tobago:TT; Cape Verde:CV; Gambia:GM; Bahamas:BS; Rhodesia:ZW; Catalonia:ES;
Jersey:JE; Guernsey:GG; Isle of Man:IM; Faroe Islands:FO; Russia:RU; Turkey:TR; Türkiye:TR; Palestine:PS; Samoa:WS; Tahiti:PF
"""

REGIONS = """
Yorkshire:GB; North Yorkshire:GB; South Yorkshire:GB; West Yorkshire:GB; East Yorkshire:GB; Lancashire:GB; Cumbria:GB;
Northumberland:GB; County Durham:GB; Tyne and Wear:GB; Merseyside:GB; Greater Manchester:GB; Cheshire:GB; Derbyshire:GB;
Nottinghamshire:GB; Lincolnshire:GB; Leicestershire:GB; Staffordshire:GB; Shropshire:GB; Herefordshire:GB; Worcestershire:GB;
Warwickshire:GB; West Midlands:GB; East Midlands:GB; Northamptonshire:GB; Cambridgeshire:GB; Norfolk:GB; Suffolk:GB; Essex:GB;
Hertfordshire:GB; Bedfordshire:GB; Buckinghamshire:GB; Oxfordshire:GB; Gloucestershire:GB; Berkshire:GB; Surrey:GB; Kent:GB;
Sussex:GB; East Sussex:GB; West Sussex:GB; Hampshire:GB; Wiltshire:GB; Dorset:GB; Somerset:GB; Devon:GB; Cornwall:GB;
Middlesex:GB; Isle of Wight:GB; Highlands:GB; Aberdeenshire:GB; Fife:GB; Ayrshire:GB; Lanarkshire:GB; Orkney:GB; Shetland:GB;
Powys:GB; Gwent:GB; Dyfed:GB; Gwynedd:GB; Carmarthenshire:GB; Pembrokeshire:GB; Glamorgan:GB; Anglesey:GB; Snowdonia:GB;
County Antrim:GB; County Down:GB; County Armagh:GB; County Tyrone:GB; County Fermanagh:GB; County Londonderry:GB; Ulster:IE;
Munster:IE; Leinster:IE; Connacht:IE; County Cork:IE; County Kerry:IE; County Galway:IE; County Mayo:IE; County Donegal:IE;
County Dublin:IE; County Wicklow:IE; County Wexford:IE; County Kilkenny:IE; County Tipperary:IE; County Clare:IE;
County Limerick:IE; County Meath:IE; County Louth:IE; County Kildare:IE; Alberta:CA; British Columbia:CA; Manitoba:CA;
New Brunswick:CA; Newfoundland:CA; Newfoundland and Labrador:CA; Nova Scotia:CA; Ontario:CA; Prince Edward Island:CA;
Quebec:CA; Saskatchewan:CA; Yukon:CA; New South Wales:AU; Victoria:AU; Queensland:AU; South Australia:AU; Western Australia:AU;
Tasmania:AU; Northern Territory:AU; Australian Capital Territory:AU; Waikato:NZ; Northland:NZ; Canterbury:NZ; Otago:NZ;
Southland:NZ; Taranaki:NZ; Hawke's Bay:NZ; Bay of Plenty:NZ; Manawatu:NZ; Marlborough:NZ; North Island:NZ; South Island:NZ;
Bavaria:DE; Saxony:DE; Hesse:DE; North Rhine-Westphalia:DE; Baden-Württemberg:DE; Lower Saxony:DE; Thuringia:DE; Brandenburg:DE;
Tyrol:AT; Tirol:AT; Styria:AT; Carinthia:AT; Vorarlberg:AT; Graubünden:CH; Valais:CH; Engadine:CH; Brittany:FR; Normandy:FR;
Provence:FR; Corsica:FR; Burgundy:FR; Alsace:FR; Savoie:FR; Haute-Savoie:FR; Nouvelle-Aquitaine:FR; Occitanie:FR; Tuscany:IT;
Lombardy:IT; Piedmont:IT; Veneto:IT; Sicily:IT; Sardinia:IT; South Tyrol:IT; Lazio:IT; Andalusia:ES; Galicia:ES; Asturias:ES;
Basque Country:ES; Navarre:ES; Castile and León:ES; Aragon:ES; Mallorca:ES; Majorca:ES; Tenerife:ES; Lanzarote:ES;
Gran Canaria:ES; Canary Islands:ES; Algarve:PT; Madeira:PT; Azores:PT; Flanders:BE; Wallonia:BE; Limburg:NL; Friesland:NL;
Lapland:FI; Jämtland:SE; Dalarna:SE; Skåne:SE; Hordaland:NO; Trøndelag:NO; Telemark:NO; Dalmatia:HR; Transylvania:RO;
Crete:GR; Siberia:RU; Dagestan:RU; Chechnya:RU; Tatarstan:RU; Crimea:UA; Rift Valley:KE; Elgeyo-Marakwet:KE; Nandi County:KE;
Uasin Gishu:KE; Oromia:ET; Tigray:ET; Amhara:ET; Arsi:ET; Gauteng:ZA; KwaZulu-Natal:ZA; Western Cape:ZA; Eastern Cape:ZA;
Free State:ZA; Transvaal:ZA; Punjab:IN; Haryana:IN; Kerala:IN; Tamil Nadu:IN; Karnataka:IN; Maharashtra:IN; Gujarat:IN;
Rajasthan:IN; Uttar Pradesh:IN; Madhya Pradesh:IN; Andhra Pradesh:IN; Telangana:IN; Odisha:IN; West Bengal:IN; Assam:IN;
Manipur:IN; Mizoram:IN; Jharkhand:IN; Goa:IN; Kashmir:IN; Sindh:PK; Hokkaido:JP; Okinawa:JP; Fukuoka Prefecture:JP; Kyushu:JP;
Inner Mongolia:CN; Guangdong:CN; Sichuan:CN; Yunnan:CN; Hunan:CN; Hubei:CN; Hebei:CN; Henan:CN; Liaoning:CN; Zhejiang:CN;
Jiangsu:CN; Shandong:CN; Fujian:CN; Tibet:CN; Bali:ID; Java:ID; East Java:ID; West Java:ID; Central Java:ID; Sumatra:ID;
Sabah:MY; Sarawak:MY; Penang:MY; Selangor:MY; Johor:MY; Luzon:PH; Mindanao:PH; Patagonia:AR; Santa Catarina:BR;
Minas Gerais:BR; Rio Grande do Sul:BR; Bahia:BR; Paraná:BR; Antioquia:CO; Boyacá:CO; Jalisco:MX; Baja California:MX;
Chihuahua:MX; Sonora:MX; Puerto Rico:PR; Long Island:US; Southern California:US; Northern California:US; Bay Area:US;
Washington DC:US; Washington, D.C.:US; Washington D.C.:US; Queens:US; Brooklyn:US; Manhattan:US; Bronx:US; Staten Island:US;
Harlem:US; Hawaii:US; Maui:US; Cape Cod:US; Silicon Valley:US; New England:US; Bohemia:CZ; Moravia:CZ; Silesia:PL; Arkhangai:MN
"""

PLACES = """
Iten:KE; Eldoret:KE; Kaptagat:KE; Kapsabet:KE; Ngong:KE; Nyahururu:KE; Kericho:KE; Kapchorwa:UG; Bekoji:ET; Asella:ET;
Sululta:ET; Font Romeu:FR; Font-Romeu:FR; St Moritz:CH; St. Moritz:CH; Davos:CH; Loughborough:GB; Teddington:GB; Flagstaff:US;
Boulder:US; Mammoth Lakes:US; Park City:US; Lake Placid:US; Eugene:US; Bend:US; Kona:US; Kailua-Kona:US; Chula Vista:US;
Colorado Springs:US; Livigno:IT; Sestriere:IT; Cortina d'Ampezzo:IT; Val Gardena:IT; Bormio:IT; Gällivare:SE; Falun:SE; Åre:SE;
Östersund:SE; Holmenkollen:NO; Lillehammer:NO; Trondheim:NO; Hafjell:NO; Hamar:NO; Kuusamo:FI; Ruka:FI; Lahti:FI; Kontiolahti:FI;
Ruhpolding:DE; Oberhof:DE; Garmisch-Partenkirchen:DE; Oberstdorf:DE; Winterberg:DE; Kitzbühel:AT; Innsbruck:AT; Hochfilzen:AT;
Götzis:AT; Obertauern:AT; Sölden:AT; Wengen:CH; Adelboden:CH; Crans-Montana:CH; Magglingen:CH; Lausanne:CH; Antholz:IT;
Anterselva:IT; Albertville:FR; Chamonix:FR; Val d'Isère:FR; Courchevel:FR; Tignes:FR; Annecy:FR; Le Grand-Bornand:FR; Liévin:FR;
Monaco:MC; Monte Carlo:MC; Roquebrune:FR; Roland Garros:FR; Wimbledon:GB; Crystal Palace:GB; Gateshead:GB; Twickenham:GB;
Henley:GB; Silverstone:GB; Epsom:GB; Aintree:GB; Ascot:GB; Cheltenham:GB; Ballymena:GB; Coleraine:GB; Lisburn:GB; Santry:IE;
Ballymoney:GB; Nairn:GB; Oban:GB; Fort William:GB; Aviemore:GB; Keswick:GB; Llanrwst:GB; Llanelli:GB; Bangor:GB; Bala:GB;
Ulaanbaatar:MN; Ulan Bator:MN; Darkhan:MN; Erdenet:MN; Rio:BR; Rio de Janeiro:BR; Saigon:VN; Bombay:IN; Calcutta:IN; Madras:IN;
Bangalore:IN; Kiev:UA; Kyiv:UA; Lvov:UA; Leningrad:RU; Peking:CN; Canton:CN; Nanking:CN; Rangoon:MM; Lourenço Marques:MZ;
Salisbury:ZW; Constantinople:TR; Danzig:PL; Breslau:PL; Seville:ES; Cologne:DE; Munich:DE; Nuremberg:DE; Hanover:DE; Vienna:AT;
Zurich:CH; Geneva:CH; Basel:CH; Lucerne:CH; Berne:CH; Bern:CH; Brussels:BE; Antwerp:BE; Ghent:BE; Bruges:BE; The Hague:NL;
Copenhagen:DK; Gothenburg:SE; Prague:CZ; Ostrava:CZ; Warsaw:PL; Krakow:PL; Bucharest:RO; Belgrade:RS; Athens:GR; Piraeus:GR;
Lisbon:PT; Porto:PT; Oporto:PT; Rome:IT; Milan:IT; Turin:IT; Naples:IT; Florence:IT; Venice:IT; Genoa:IT; Moscow:RU;
St Petersburg:RU; Saint Petersburg:RU; St. Petersburg:RU; Sochi:RU; Doha:QA; Dubai:AE; Abu Dhabi:AE; Cairo:EG; Addis Ababa:ET;
Mecca:SA; Tel Aviv:IL; Jerusalem:IL; Netanya:IL; Beirut:LB; Tehran:IR; Baghdad:IQ; Kuwait City:KW; Pyeongchang:KR; PyeongChang:KR;
Gangneung:KR; Seoul:KR; Daegu:KR; Busan:KR; Incheon:KR; Sapporo:JP; Nagano:JP; Tokyo:JP; Osaka:JP; Zhangjiakou:CN; Beijing:CN;
Macao:MO; Port Moresby:PG; Suva:FJ; Nadi:FJ; Apia:WS; Pago Pago:AS; Nuku'alofa:TO; Nukualofa:TO; Papeete:PF; Noumea:NC;
Wanaka:NZ; Queenstown:NZ; Taupo:NZ; Lake Karapiro:NZ; Karapiro:NZ; Whanganui:NZ; Wanganui:NZ; Gold Coast:AU; Sunshine Coast:AU;
Bathurst:AU; Falls Creek:AU; Perisher:AU; Thredbo:AU; New York:US; New York City:US; Oakland:US; Washington:US; Hollywood:US;
Chapel Hill:US; Ann Arbor:US; State College:US; South Bend:US; Palo Alto:US; Pacific Palisades:US; Saint-Denis:FR; Kingston:JM;
Spanish Town:JM; Montego Bay:JM; Port of Spain:TT; Bridgetown:BB; Nassau:BS; St John's:AG; Castries:LC; Havana:CU; Santo Domingo:DO;
San Juan:PR; Mexico City:MX; Panama City:PA; Bogotá:CO; Medellín:CO; São Paulo:BR; Brasilia:BR; Manaus:BR; La Paz:BO; El Alto:BO;
Quito:EC; Lima:PE; Cochabamba:BO; Sucre:BO; Punta del Este:UY; Whistler:CA; Banff:CA; Canmore:CA; Red Deer:CA; Quebec City:CA;
Lake Louise:CA; Bislett:NO; Szombathely:HU; Balatonfüred:HU; Székesfehérvár:HU; Rieti:IT; Formia:IT; Tirrenia:IT; Viareggio:IT;
Hengelo:NL; Papendal:NL; Arnhem:NL; Nijmegen:NL; Zandvoort:NL; Spa:BE; Roubaix:FR; Oudenaarde:BE; Girona:ES; Monte Gordo:PT;
Sierra Nevada:ES; Potchefstroom:ZA; Dullstroom:ZA; Stellenbosch:ZA; Ifrane:MA; Antalya:TR; Belek:TR; Erzurum:TR; Tsaghkadzor:AM;
Issyk-Kul:KG; Wangaratta:AU; Dubrovnik:HR; Kranj:SI; Planica:SI; Bled:SI; Kranjska Gora:SI; Zakopane:PL; Spała:PL; Bydgoszcz:PL
"""
